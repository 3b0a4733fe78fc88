package org.pergola.scorm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths within a package. */
final class Paths {

    private Paths() {
    }

    /** Without {@code .} and {@code ..}; empty where it leaves the package. The query and anchor stay. */
    static Optional<String> normal(String address) {
        String path = file(address);
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                if (kept.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(String.join("/", kept) + address.substring(path.length()));
    }

    /** The file's part of an address. */
    static String file(String address) {
        int end = address.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = address.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return address.substring(0, end);
    }

    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return path;
        }
    }
}
