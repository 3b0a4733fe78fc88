package org.pergola.ui.part;

import java.nio.charset.StandardCharsets;

/** Turns a name into a number that stays the same for ever: FNV-1a, 64 bits. */
final class Seed {
    private Seed() {
    }

    static long of(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 29);
    }

    static String hex(long seed) {
        return String.format("%016x", seed);
    }
}
