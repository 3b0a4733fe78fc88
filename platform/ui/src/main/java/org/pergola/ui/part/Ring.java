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
        return new Markup(String.format(Locale.ROOT, """
                <span class="pg-ring" role="img" aria-label="%s"><svg viewBox="0 0 56 56" aria-hidden="true">\
                <circle cx="28" cy="28" r="24" class="pg-ring-track"/><circle cx="28" cy="28" r="24" \
                class="pg-ring-done" stroke-dasharray="%.1f %.1f" transform="rotate(-90 28 28)"/></svg>\
                <span aria-hidden="true">%s</span></span>""", Markup.escape(label), done, ROUND,
                Markup.escape(words)));
    }
}
