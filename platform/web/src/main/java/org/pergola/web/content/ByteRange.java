package org.pergola.web.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that is asked for.
 *
 * @param first the first byte
 * @param last  the last byte, included
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** What a header asks for. */
    sealed interface Asked {
        /** All of it: no header, several ranges, or one that is not understood. */
        record Whole() implements Asked {
        }

        /** A part that is there. */
        record Part(ByteRange range) implements Asked {
        }

        /** A part behind the end. */
        record Nowhere() implements Asked {
        }
    }

    /** @param header of the request; empty for none */
    static Asked of(Optional<String> header, long size) {
        Matcher matcher = ONE.matcher(header.orElse(""));
        if (!matcher.matches()) {
            return new Asked.Whole();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Asked.Whole() : suffix(Long.parseLong(to), size);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (first >= size) {
            return new Asked.Nowhere();
        }
        return last < first ? new Asked.Whole() : new Asked.Part(new ByteRange(first, last));
    }

    private static Asked suffix(long length, long size) {
        return length == 0 || size == 0 ? new Asked.Nowhere()
                : new Asked.Part(new ByteRange(Math.max(0, size - length), size - 1));
    }

    long length() {
        return last - first + 1;
    }
}
