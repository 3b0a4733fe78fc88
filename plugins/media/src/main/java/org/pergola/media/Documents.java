package org.pergola.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.text.Text;
import org.pergola.media.Content.Document;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Content.Upload;

/** Who makes a course gives it files to read or to save. */
@Component(service = Documents.class)
public final class Documents {

    static final int LONGEST_NOTE = 2000;

    private final Contents contents;
    private final Blobs blobs;
    private final Limits limits;

    @Activate
    public Documents(@Reference Contents contents, @Reference Blobs blobs, @Reference Limits limits) {
        this.contents = contents;
        this.blobs = blobs;
        this.limits = limits;
    }

    /**
     * Takes a file as the next version of the activity's. What its bytes are decides how it is shown, not its name.
     *
     * @throws Refused (invalid) where it is empty; (too large) past what is set
     */
    public Document upload(UUID activityId, String title, String name, InputStream bytes) {
        contents.requireWrite();
        Blobs.Kept<String> kept = blobs.put(bytes, limits.file(), staged -> type(name, staged));
        Upload upload = new Upload(kept.blob().hash(), kept.blob().size(), Uploads.name(name), kept.seen());
        return contents.save(activityId, title, Document.class, (id, version) -> {
            Optional<Document> before = contents.current(activityId, Document.class);
            return new Document(id, version, upload, before.map(Document::doneBy).orElse(DoneBy.OPENING),
                    before.map(Document::note).orElse(""));
        });
    }

    private static String type(String name, Blobs.Staged staged) {
        if (staged.blob().size() == 0) {
            throw Refused.invalid(Text.of("media.file.empty", Uploads.name(name)));
        }
        try (InputStream bytes = staged.open()) {
            return KnownTypes.of(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A file that was uploaded cannot be read", e);
        }
    }

    /** When it is done, and what is said above it. */
    public Document describe(UUID activityId, String title, DoneBy doneBy, String note) {
        Document now = contents.current(activityId, Document.class)
                .orElseThrow(() -> Refused.conflict(Text.of("media.file.missing")));
        String checked = note(note);
        return contents.save(activityId, title, Document.class,
                (id, version) -> new Document(id, version, now.upload(), doneBy, checked));
    }

    static String note(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw Refused.invalid("note", Text.of("media.note.long", LONGEST_NOTE));
        }
        return note;
    }
}
