package org.pergola.media.film;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * A video as its file says.
 *
 * @param type {@code video/mp4} or {@code video/webm}
 */
public record Film(String type, Duration length) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int BEGINNING = 12;

    /**
     * Reads a file through, without its pictures and sound.
     *
     * @param name what the person calls it
     * @throws Refused (invalid) naming the file and why it is no video that browsers play
     */
    public static Film read(String name, InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        bytes.mark(BEGINNING);
        byte[] first = bytes.readNBytes(BEGINNING);
        bytes.reset();
        try {
            if (Mp4.begins(first)) {
                return of(name, "video/mp4", new Mp4(bytes).read());
            }
            if (WebM.begins(first)) {
                return of(name, "video/webm", new WebM(bytes).read());
            }
        } catch (Broken | EOFException broken) {
            throw Refused.invalid(Text.of("media.video.broken", name)).because(broken);
        }
        throw Refused.invalid(Text.of("media.video.none", name));
    }

    private static Film of(String name, String type, Tracks tracks) {
        if (!tracks.pictures()) {
            throw Refused.invalid(Text.of("media.video.sound", name));
        }
        Duration length = tracks.length().filter(found -> found.isPositive() && found.compareTo(LONGEST) < 0)
                .orElseThrow(() -> Refused.invalid(Text.of("media.video.length", name)));
        return new Film(type, length);
    }

    /** @param pictures whether anything moves, or there is only sound */
    record Tracks(boolean pictures, Optional<Duration> length) {
    }

    /** A file that does not keep to its format. */
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }
}
