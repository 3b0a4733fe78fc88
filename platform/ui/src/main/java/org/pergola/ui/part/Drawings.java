package org.pergola.ui.part;

/** The platform's own drawings, as HTML; ornaments, hidden from screen readers. @since 0.1 */
public final class Drawings {
    private static final String LEAF = "<path d=\"M0 -9C7 -4 7 4 0 9C-7 4 -7 -4 0 -9Z\" fill=\"%s\" "
            + "transform=\"translate(%s) rotate(%s)\"/>";

    private Drawings() {
    }

    /** A path through three arches, for where nothing is yet. */
    public static String path() {
        return """
                <svg viewBox="0 0 440 260" aria-hidden="true"><path d="M8 238 C10 200 70 190 120 170 C220 132 270 120 \
                320 62 C356 18 420 20 430 92 C436 160 434 214 414 246 L20 250 Q6 250 8 238Z" class="pg-drawing-hill"/>\
                <path d="M42 226 C110 224 120 176 190 172 C260 168 270 108 378 74" fill="none" class="pg-drawing-walk" \
                stroke-width="26" stroke-linecap="round"/><path d="M42 226 C110 224 120 176 190 172 C260 168 270 108 \
                378 74" fill="none" stroke="#fff" stroke-width="4" stroke-dasharray="7 9"/>\
                <g fill="none" stroke="#1d5c4c" stroke-width="9"><path d="M68 218 V178 a27 27 0 0 1 54 0 V218"/>\
                <path d="M156 164 V118 a33 33 0 0 1 66 0 V164" stroke="#37836b"/>\
                <path d="M262 122 V70 a38 38 0 0 1 76 0 V122"/></g>\
                <circle cx="384" cy="60" r="25" fill="#f2b056"/><path d="M384 45 l4.4 10 10.6 1 -8 7.2 2.4 10.6 -9.4 \
                -5.6 -9.4 5.6 2.4 -10.6 -8 -7.2 10.6 -1Z" fill="#fff"/>"""
                + leaves(new String[][] {{"76 158", "-30", "#4f9b78"}, {"98 146", "60", "#84bd97"},
                    {"66 186", "-60", "#4f9b78"}, {"204 96", "40", "#2f7d63"}, {"216 108", "70", "#4f9b78"},
                    {"270 46", "-30", "#4f9b78"}, {"258 82", "-60", "#84bd97"}, {"300 26", "20", "#2f7d63"}})
                + cluster(292, 44) + "</svg>";
    }

    /** A pergola with a slat on its way back, for what is switched off for a while. */
    public static String pergola() {
        return """
                <svg viewBox="0 0 240 160" aria-hidden="true"><ellipse cx="120" cy="146" rx="112" ry="10" \
                class="pg-drawing-ground"/><circle cx="170" cy="56" r="27" fill="#f2b056"/>\
                <g fill="#37836b"><rect x="46" y="38" width="9" height="30" rx="3"/><rect x="76" y="38" width="9" \
                height="30" rx="3"/><rect x="154" y="38" width="9" height="30" rx="3"/><rect x="184" y="38" width="9" \
                height="30" rx="3"/><rect x="114" y="8" width="9" height="26" rx="3" transform="rotate(-14 118 20)"/>\
                </g><path d="M107 42 q13 -8 26 0" fill="none" stroke="#1d5c4c" stroke-width="2" \
                stroke-dasharray="4 4"/><g fill="#1d5c4c"><rect x="34" y="52" width="172" height="11" rx="4"/>\
                <rect x="54" y="60" width="12" height="86" rx="3"/><rect x="176" y="60" width="12" height="86" rx="3"/>\
                </g>""" + leaves(new String[][] {{"50 92", "-40", "#84bd97"}, {"70 84", "40", "#4f9b78"},
            {"52 116", "-30", "#4f9b78"}, {"70 110", "50", "#37836b"}, {"52 138", "-50", "#84bd97"},
            {"192 80", "40", "#4f9b78"}, {"174 98", "-40", "#84bd97"}, {"192 112", "50", "#4f9b78"},
            {"174 128", "-30", "#37836b"}}) + cluster(80, 70) + cluster(100, 70) + cluster(150, 72) + "</svg>";
    }

    /** The platform's own mark. */
    public static String mark() {
        return """
                <svg viewBox="0 0 32 32" aria-hidden="true"><g class="pg-mark-frame"><rect x="3" y="9" width="26" \
                height="5" rx="1.5"/><rect x="6" y="12" width="5" height="17" rx="1"/><rect x="21" y="12" width="5" \
                height="17" rx="1"/><rect x="6" y="4" width="3.5" height="7" rx="1"/><rect x="14.2" y="4" width="3.5" \
                height="7" rx="1"/><rect x="22.5" y="4" width="3.5" height="7" rx="1"/></g><path d="M16 16 c4 3 4 7 0 \
                11 c-4 -4 -4 -8 0 -11Z" fill="#7c6cc9"/></svg>""";
    }

    private static String leaves(String[][] leaves) {
        StringBuilder all = new StringBuilder();
        for (String[] leaf : leaves) {
            all.append(LEAF.formatted(leaf[2], leaf[0], leaf[1]));
        }
        return all.toString();
    }

    private static String cluster(int x, int y) {
        StringBuilder all = new StringBuilder();
        String[] tones = {"#8e7bd4", "#b3a4e8", "#cfc5f2"};
        for (int row = 0; row < 4; row++) {
            for (int i = 0; i < 4 - row; i++) {
                all.append("<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\"/>".formatted(
                        x + (i - (3 - row) / 2.0) * 5.5, y + row * 6, tones[(row + i) % 3]));
            }
        }
        return all.toString();
    }
}
