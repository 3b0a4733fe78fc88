package org.pergola.web.content;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.SignedFiles;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.web.http.Origins;
import org.pergola.web.http.OriginsHolder;
import org.pergola.web.http.Problem;

/** Single files that people uploaded, at {@code /files/{signed}} of the content's origin. */
@Component(service = {SignedFiles.class, UploadedFiles.class})
public final class UploadedFiles implements SignedFiles {

    static final String PATH = "/files/";

    /** Nothing of these runs anything. */
    private static final Set<String> SHOWN = Set.of("video/mp4", "video/webm", "audio/mpeg", "audio/mp4", "audio/ogg",
            "audio/wav", "image/png", "image/jpeg", "image/gif", "image/webp", "text/vtt", "text/plain",
            "application/pdf");

    private static final int LONGEST_NAME = 200;
    private static final long SHORTEST_STEP = 60;

    private final Origins origins;
    private final Blobs blobs;
    private final Clock clock;
    private final SigningKey key;

    @Activate
    public UploadedFiles(@Reference OriginsHolder holder, @Reference Blobs blobs, @Reference Database database,
            @Reference Clock clock) {
        this(holder.origins(), blobs, database, clock);
    }

    UploadedFiles(Origins origins, Blobs blobs, Database database, Clock clock) {
        this.origins = origins;
        this.blobs = blobs;
        this.clock = clock;
        this.key = new SigningKey(database, clock);
    }

    @Override
    public URI address(Served file, Duration life) {
        String origin = origins.content().orElseThrow(
                () -> new Refused(Refused.Kind.UNAVAILABLE, Text.of("web.files.nowhere")));
        Served named = new Served(file.hash(), name(file.name()), file.type(), file.download());
        return URI.create(origin + PATH + new Signature(named, until(life)).signed(key.bytes()));
    }

    /** In steps of a quarter of the life, so that an address stays the same for a while. */
    private Instant until(Duration life) {
        long step = Math.max(SHORTEST_STEP, life.toSeconds() / 4);
        long end = clock.now().plus(life).getEpochSecond();
        return Instant.ofEpochSecond((end / step + 1) * step);
    }

    private static String name(String given) {
        String plain = given.codePoints().map(c -> Character.isISOControl(c) || c == '/' || c == '\\' ? '_' : c)
                .limit(LONGEST_NAME).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.isBlank() ? "file" : plain;
    }

    /** @param signed what stands behind {@link #PATH} */
    void answer(String signed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Signature> signature = Signature.read(signed, key.bytes());
        if (signature.isEmpty()) {
            Problem.of(404, "There is nothing here.").write(response);
            return;
        }
        long left = Duration.between(clock.now(), signature.get().until()).toSeconds();
        if (left <= 0) {
            new Problem(410, "Expired", "This address has expired. Please open the page that it stood on again.",
                    Optional.empty()).write(response);
            return;
        }
        Served file = signature.get().file();
        Optional<Blobs.Blob> blob = blobs.find(file.hash());
        if (blob.isEmpty()) {
            Problem.of(404, "This file is not here any more.").write(response);
            return;
        }
        new ContentPolicy(origins.portal()).upload(response);
        stored(file, blob.get(), left).answer(request, response,
                Optional.of(file.type()).filter(SHOWN::contains).map(UploadedFiles::withCharset), file.download());
    }

    private StoredFile stored(Served file, Blobs.Blob blob, long left) {
        return new StoredFile(file.name(), blob.hash(), blob.size(), "private, max-age=" + left + ", immutable",
                () -> blobs.open(blob.hash()).orElseThrow(() -> new FileNotFoundException("An upload is missing")));
    }

    private static String withCharset(String type) {
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
    }
}
