package org.pergola.kernel.picture;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a picture is something else as well: a page, a document, or an archive that hangs behind it. None of that
 * would outlive the encoding, but whoever brings such a file means no picture.
 */
final class Suspicion {

    private static final List<byte[]> MARKS = List.of("<script", "<html", "<!doctype", "<svg", "<iframe", "<?php", "%pdf-")
            .stream().map(mark -> mark.getBytes(StandardCharsets.US_ASCII)).toList();

    private static final int ZIP_END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private Suspicion() {
    }

    static boolean of(byte[] file) {
        return isArchive(file) || holdsMark(file);
    }

    /** A zip is read from its end: the record there tells how long the comment behind it is. */
    private static boolean isArchive(byte[] file) {
        for (int at = file.length - ZIP_END; at >= 0 && at >= file.length - ZIP_END - LONGEST_COMMENT; at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                int comment = (file[at + 20] & 0xFF) | (file[at + 21] & 0xFF) << 8;
                if (at + ZIP_END + comment == file.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsMark(byte[] file) {
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '<' || file[at] == '%') {
                for (byte[] mark : MARKS) {
                    if (standsAt(file, at, mark)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean standsAt(byte[] file, int at, byte[] mark) {
        if (at + mark.length > file.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            int letter = file[at + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
