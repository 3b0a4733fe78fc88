package org.pergola.web.content;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.Pictures;
import org.pergola.api.text.Texts;
import org.pergola.web.http.Failures;
import org.pergola.web.http.Problem;
import org.pergola.web.http.SecurityHeaders;

/**
 * Pictures at {@code /files/{hash}} of the portal. It stands in the context of the pages, whose entrance has bound the
 * person of the session; what is no picture is not here, whatever it is stored as.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(UploadedFiles.PATH + "*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=pergola.ui)")
public final class PicturesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern HASH = Pattern.compile("/[0-9a-f]{64}");
    private static final Pattern WIDTH = Pattern.compile("(?:.*&)?width=(\\d{1,5})(?:&.*)?");
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final transient Pictures pictures;
    private final transient Blobs blobs;
    private final transient Failures failures;

    @Activate
    public PicturesServlet(@Reference Pictures pictures, @Reference Blobs blobs, @Reference Texts texts) {
        this.pictures = pictures;
        this.blobs = blobs;
        this.failures = new Failures(texts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<Pictures.Size> size = size(request);
            if (size.isEmpty()) {
                Problem.of(404, "There is nothing here.").write(response);
                return;
            }
            SecurityHeaders.data(response);
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            Blobs.Blob blob = size.get().blob();
            new StoredFile("picture", blob.hash(), blob.size(), FOR_EVER, () -> blobs.open(blob.hash())
                    .orElseThrow(() -> new FileNotFoundException("A picture is missing")))
                            .answer(request, response, Optional.of(size.get().type()), false);
        } catch (IOException | RuntimeException failed) {
            failures.say(failed).problem().write(response);
        }
    }

    private Optional<Pictures.Size> size(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        if (!HASH.matcher(path).matches()) {
            return Optional.empty();
        }
        var asked = WIDTH.matcher(Optional.ofNullable(request.getQueryString()).orElse(""));
        return pictures.size(path.substring(1), asked.matches() ? Integer.parseInt(asked.group(1)) : Integer.MAX_VALUE);
    }
}
