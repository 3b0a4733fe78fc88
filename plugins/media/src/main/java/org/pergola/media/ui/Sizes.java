package org.pergola.media.ui;

import java.util.List;
import org.pergola.ui.Page;

/** How large a file is, as people say it. */
final class Sizes {

    private static final List<String> UNITS = List.of("kb", "mb", "gb");

    private Sizes() {
    }

    /** "340 KB", "1.2 GB". */
    static String words(Page page, long bytes) {
        double size = Math.max(1, bytes / 1000.0);
        int unit = 0;
        while (size >= 1000 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        return page.words("media.size." + UNITS.get(unit), size < 10 && unit > 0 ? Math.round(size * 10) / 10.0
                : (Object) Math.round(size));
    }
}
