package org.pergola.media.ui;

import java.time.Duration;
import java.util.Locale;

/** How long a video is, as players say it. */
final class Lengths {

    private Lengths() {
    }

    /** "4:05", "1:02:00". */
    static String words(Duration length) {
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        return seconds < 3600 ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
