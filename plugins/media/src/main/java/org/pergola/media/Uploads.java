package org.pergola.media;

/** How uploaded files are called. */
final class Uploads {

    private static final int LONGEST = 255;

    private Uploads() {
    }

    /** Without folders and what cannot be read; the end of a long one, which has the extension. */
    static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "").strip();
        String named = last.isEmpty() ? "file" : last;
        return named.length() <= LONGEST ? named : named.substring(named.length() - LONGEST);
    }
}
