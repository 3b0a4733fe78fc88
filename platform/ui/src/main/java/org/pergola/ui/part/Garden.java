package org.pergola.ui.part;

import java.util.Locale;
import java.util.SplittableRandom;

/** Draws a garden of flat shapes in two or three hues: arches, slats, hills, leaves, a gate, water. 640 by 360. */
final class Garden {
    private record Palette(String ink, String dark, String mid, String sky, String far, String sun, String leaf,
            String bright) {
    }

    /** Their inks stand in the style sheet too, as {@code pg-ink-0} and so on. */
    private static final Palette[] PALETTES = {
        new Palette("#3a1028", "#6d2440", "#b84c53", "#f2b277", "#e78f68", "#fde6c4", "#2f6e5e", "#5fa582"),
        new Palette("#0f1638", "#1b2557", "#2f4180", "#4a63a3", "#34498a", "#fdecc0", "#6a5fc4", "#b7aef0"),
        new Palette("#0b2a22", "#14463a", "#2f7a62", "#cfe6cf", "#8fc3a4", "#fbe3a6", "#1f5c4c", "#57a384"),
        new Palette("#0b2a3e", "#14506e", "#2d86a8", "#bfe2ea", "#78bdd0", "#fff3d6", "#1d6a6a", "#58b0a2"),
        new Palette("#2a1650", "#4a2f86", "#8a66bd", "#f4d6e4", "#d7b2e0", "#fff0da", "#2f6e5e", "#74b08d"),
        new Palette("#431027", "#8a2b55", "#cf6a8e", "#fbe4d8", "#f3bfae", "#f6ad55", "#23566b", "#4b8ba3"),
        new Palette("#3a2408", "#6e4a14", "#b9852e", "#f7e3b5", "#ecc06d", "#fff6dc", "#44601f", "#8aa24a"),
        new Palette("#3b0f0c", "#7c2417", "#c9502b", "#f6b26b", "#e5803f", "#ffe9bd", "#5a3a1c", "#a86f33"),
    };
    private static final int MOTIFS = 6;

    private final SplittableRandom random;
    private final Palette colours;
    private final int motif;
    private final StringBuilder svg = new StringBuilder(4096);

    Garden(long seed) {
        random = new SplittableRandom(seed);
        colours = PALETTES[palette(seed)];
        motif = (int) Math.floorMod(seed >>> 8, MOTIFS);
    }

    static int palette(long seed) {
        return (int) Math.floorMod(seed, PALETTES.length);
    }

    String draw() {
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\" preserveAspectRatio=\"xMidYMid slice\">"
                + "<defs><linearGradient id=\"s\" x2=\"0.4\" y2=\"1\"><stop stop-color=\"%s\"/>"
                + "<stop offset=\"1\" stop-color=\"%s\"/></linearGradient></defs>"
                + "<rect width=\"640\" height=\"360\" fill=\"url(#s)\"/>", colours.sky, colours.far);
        switch (motif) {
            case 0 -> arches();
            case 1 -> slats();
            case 2 -> hills();
            case 3 -> leaves();
            case 4 -> gate();
            default -> water();
        }
        return svg.append("</svg>").toString();
    }

    private void arches() {
        sun(between(380, 460), between(120, 150), 92);
        put("<path d=\"M0 270 Q170 235 330 262 T640 228 V360 H0Z\" fill=\"%s\"/>", colours.mid);
        double[] widths = {96, 120, 150, 120};
        double x = between(-20, 30);
        for (double width : widths) {
            double top = 330 - width * between(1.15, 1.35);
            put("<path d=\"M%.0f 345 V%.0f a%.0f %.0f 0 0 1 %.0f 0 V345\" fill=\"none\" stroke=\"%s\" "
                    + "stroke-width=\"18\"/>", x + 9, top + width / 2, width / 2, width / 2, width, colours.dark);
            if (width > 140) {
                vine(x + 9, top + width / 2, width / 2);
            }
            x += width + 46;
        }
        put("<path d=\"M0 338 Q320 322 640 338 V360 H0Z\" fill=\"%s\"/>", colours.ink);
        spray(600, 330, 9);
    }

    private void vine(double left, double middle, double radius) {
        for (int i = 0; i <= 10; i++) {
            double angle = Math.PI + Math.PI * i / 10;
            leaf(left + radius + Math.cos(angle) * (radius + (i % 2 == 0 ? 13 : -4)),
                    middle + Math.sin(angle) * (radius + (i % 2 == 0 ? 13 : -4)), between(15, 22),
                    Math.toDegrees(angle) + 90 + between(-40, 40), i % 2 == 0 ? colours.leaf : colours.bright);
        }
    }

    private void slats() {
        sun(between(150, 500), between(80, 120), 58);
        put("<path d=\"M0 285 Q160 240 340 275 T640 250 V360 H0Z\" fill=\"%s\"/>", colours.mid);
        put("<path d=\"M0 318 Q220 290 420 315 T640 300 V360 H0Z\" fill=\"%s\"/>", colours.dark);
        double left = between(150, 210);
        double right = left + between(210, 250);
        put("<rect x=\"%.0f\" y=\"140\" width=\"16\" height=\"200\" fill=\"%s\"/>", left, colours.ink);
        put("<rect x=\"%.0f\" y=\"140\" width=\"16\" height=\"200\" fill=\"%s\"/>", right, colours.ink);
        put("<rect x=\"%.0f\" y=\"126\" width=\"%.0f\" height=\"16\" rx=\"4\" fill=\"%s\"/>", left - 34,
                right - left + 84, colours.ink);
        for (double x = left - 20; x < right + 40; x += 36) {
            put("<rect x=\"%.0f\" y=\"108\" width=\"11\" height=\"34\" rx=\"3\" fill=\"%s\"/>", x, colours.ink);
        }
        for (int i = 0; i < 4; i++) {
            cluster(left + 38 + i * (right - left - 50) / 3.4, 144, (int) between(4, 7));
        }
    }

    private void cluster(double x, double top, int rows) {
        for (int row = 0; row < rows; row++) {
            int across = Math.max(1, rows - row - 1);
            for (int i = 0; i < across; i++) {
                put("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"%s\"/>",
                        x + (i - (across - 1) / 2.0) * 8, top + row * 9, (row + i) % 3 == 0 ? colours.sun : colours.bright);
            }
        }
    }

    private void hills() {
        sun(between(160, 480), between(110, 150), 74);
        String[] fills = {colours.far, colours.mid, colours.dark, colours.ink};
        for (int i = 0; i < fills.length; i++) {
            double y = 190 + i * 45;
            put("<path d=\"M0 %.0f C%.0f %.0f %.0f %.0f 640 %.0f V360 H0Z\" fill=\"%s\"/>", y + between(-14, 14),
                    between(120, 240), y - between(20, 70), between(340, 480), y + between(20, 60),
                    y + between(-30, 10), fills[i]);
        }
        spray(70, 30, 8);
    }

    private void leaves() {
        put("<circle cx=\"320\" cy=\"340\" r=\"230\" fill=\"%s\"/>", colours.far);
        put("<circle cx=\"320\" cy=\"340\" r=\"170\" fill=\"%s\" opacity=\".55\"/>", colours.mid);
        for (int i = 0; i < 9; i++) {
            double angle = -90 + (i - 4) * 21;
            leaf(320 + Math.cos(Math.toRadians(angle)) * 118, 350 + Math.sin(Math.toRadians(angle)) * 118,
                    between(112, 132), angle + 90, i % 2 == 0 ? colours.leaf : colours.bright);
        }
        put("<circle cx=\"320\" cy=\"352\" r=\"44\" fill=\"%s\"/>", colours.sun);
        put("<rect y=\"344\" width=\"640\" height=\"16\" fill=\"%s\"/>", colours.ink);
    }

    private void gate() {
        sun(between(470, 540), between(70, 100), 40);
        double x = between(190, 230);
        put("<path d=\"M%.0f 360 V200 a78 78 0 0 1 156 0 V360Z\" fill=\"%s\"/>", x, colours.mid);
        put("<path d=\"M%.0f 360 V200 a78 78 0 0 1 156 0 V360Z\" fill=\"%s\"/>", x + 104, colours.leaf);
        put("<path d=\"M%.0f 360 V200 q0 -36 26 -60 q26 24 26 60 V360Z\" fill=\"%s\"/>", x + 104, colours.ink);
        for (int i = 0; i < 7; i++) {
            leaf(x - 12, 340 - i * 26, between(22, 30), i % 2 == 0 ? -50 : 40, colours.dark);
            leaf(x + 272, 340 - i * 26, between(22, 30), i % 2 == 0 ? -40 : 50, colours.bright);
        }
    }

    private void water() {
        double x = between(250, 390);
        String[] fills = {colours.far, colours.mid, colours.dark, colours.ink};
        for (int i = 0; i < fills.length; i++) {
            put("<ellipse cx=\"%.0f\" cy=\"330\" rx=\"%.0f\" ry=\"%.0f\" fill=\"%s\"/>", x, 380 - i * 92.0,
                    150 - i * 36.0, fills[i]);
        }
        put("<path d=\"M%1$.0f 70 c44 62 66 92 66 128 a66 66 0 0 1 -132 0 c0 -36 22 -66 66 -128Z\" fill=\"%2$s\"/>", x,
                colours.sun);
        put("<path d=\"M%.0f 214 a38 38 0 0 0 34 34\" fill=\"none\" stroke=\"%s\" stroke-width=\"9\" "
                + "stroke-linecap=\"round\"/>", x - 38, colours.mid);
        spray(60, 40, 8);
        spray(590, 60, 6);
    }

    private void sun(double x, double y, double radius) {
        put("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"%s\" opacity=\".3\"/>", x, y, radius * 1.32, colours.sun);
        put("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\" fill=\"%s\"/>", x, y, radius, colours.sun);
    }

    private void spray(double x, double y, int count) {
        for (int i = 0; i < count; i++) {
            leaf(x + between(-70, 60), y + between(-34, 34), between(22, 36), between(-80, 80),
                    i % 2 == 0 ? colours.leaf : colours.bright);
        }
    }

    private void leaf(double x, double y, double length, double turn, String fill) {
        double half = length / 2;
        put("<path d=\"M0 %1$.1f C%2$.1f %3$.1f %2$.1f %4$.1f 0 %5$.1f C%6$.1f %4$.1f %6$.1f %3$.1f 0 %1$.1fZ\" "
                + "fill=\"%7$s\" transform=\"translate(%8$.1f %9$.1f) rotate(%10$.0f)\"/>", -half, half * 0.72,
                -half * 0.45, half * 0.5, half, -half * 0.72, fill, x, y, turn);
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private void put(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
