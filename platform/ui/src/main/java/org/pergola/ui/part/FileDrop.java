package org.pergola.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;

/** A place to drop a file, or to choose one; what is wrong with the file is said beside it. @since 0.1 */
public final class FileDrop extends Div {
    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1024L * 1024L;

    /** What the browser is told to answer for a file that it need not send, as it is larger than the limit. */
    private static final String LARGE = "large";

    private final transient Page page;
    private final Upload upload;
    private final Div outcome = new Div();

    private FileDrop(Page page, Upload upload) {
        this.page = page;
        this.upload = upload;
        addClassName("pg-filedrop");
        outcome.addClassName("pg-field-error");
        outcome.getElement().setAttribute("role", "alert");
        add(upload, outcome);
    }

    /** See {@link Page#upload}. */
    public static <T> FileDrop of(Page page, String accept, long limit, BiFunction<String, InputStream, T> work,
            Consumer<T> then) {
        Upload upload = new Upload();
        FileDrop drop = new FileDrop(page, upload);
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(accept.split("\\s*,\\s*"));
        upload.setUploadHandler(new Receiver<>(drop, work, then, limit));
        upload.setMaxFileSize((int) Math.min(limit, Integer.MAX_VALUE));
        upload.setI18n(new UploadI18N().setError(new UploadI18N.Error().setFileIsTooBig(LARGE)));
        upload.addFileRejectedListener(rejected -> drop.say(LARGE.equals(rejected.getErrorMessage())
                ? page.words("ui.upload.large", rejected.getFileName(), limit / MEBIBYTE)
                : page.words("ui.upload.kind", rejected.getFileName(), accept)));
        return drop;
    }

    private void say(String words) {
        outcome.removeAll();
        if (!words.isEmpty()) {
            outcome.add(Status.LOOK.of(words));
        }
        upload.clearFileList();
    }

    private record Receiver<T>(FileDrop drop, BiFunction<String, InputStream, T> work, Consumer<T> then, long limit)
            implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            UI ui = event.getUI();
            try (InputStream bytes = event.getInputStream()) {
                T answer = work.apply(event.getFileName(), bytes);
                drop.page.access(() -> {
                    drop.say("");
                    then.accept(answer);
                });
            } catch (Refused refused) {
                Text words = refused.text();
                ui.access(() -> drop.say(drop.page.words(words)));
            }
        }

        @Override
        public long getRequestSizeMax() {
            return limit;
        }

        @Override
        public long getFileSizeMax() {
            return limit;
        }
    }
}
