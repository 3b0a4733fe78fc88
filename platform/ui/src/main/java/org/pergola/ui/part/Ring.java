package org.pergola.ui.part;

import java.util.Locale;

/** Progress as a ring with words in it. @since 0.1 */
public final class Ring {
    private static final double ROUND = 2 * Math.PI * 24;

    private Ring() {
    }

    /** @param share 0 to 1, @param words short: {@code 4/6} or {@code 62%} */
    public static Markup of(double share, String words, String label) {
        double done = Math.clamp(share, 0, 1) * ROUND;
        // A line of no length with round ends would still be a dot.
        String line = done == 0 ? "" : String.format(Locale.ROOT, """
                <circle cx="28" cy="28" r="24" class="pg-ring-done" stroke-dasharray="%.1f %.1f" \
                transform="rotate(-90 28 28)"/>""", done, ROUND);
        return new Markup("""
                <span class="pg-ring" role="img" aria-label="%s"><svg viewBox="0 0 56 56" aria-hidden="true">\
                <circle cx="28" cy="28" r="24" class="pg-ring-track"/>%s</svg>\
                <span aria-hidden="true">%s</span></span>""".formatted(Markup.escape(label), line,
                Markup.escape(words)));
    }
}
