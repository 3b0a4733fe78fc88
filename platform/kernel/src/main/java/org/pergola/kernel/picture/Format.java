package org.pergola.kernel.picture;

import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes, whatever it is called. */
enum Format {

    JPEG(0xFF, 0xD8, 0xFF), PNG(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A), GIF('G', 'I', 'F', '8');

    private final int[] first;

    Format(int... first) {
        this.first = first;
    }

    static Optional<Format> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        if (file.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
