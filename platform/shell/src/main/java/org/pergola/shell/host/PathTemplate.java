package org.pergola.shell.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with names in it: {@code units/{id}}. */
record PathTemplate(List<String> segments) {

    static PathTemplate of(String path) {
        return new PathTemplate(split(path));
    }

    /** What stands for the names; empty where the path is another. */
    Optional<Map<String, String>> match(String path) {
        List<String> actual = split(path);
        if (actual.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            String segment = segments.get(i);
            if (isName(segment)) {
                names.put(segment.substring(1, segment.length() - 1), actual.get(i));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    boolean hasNames() {
        return segments.stream().anyMatch(PathTemplate::isName);
    }

    /** The one with more fixed words is meant where two fit. */
    long literals() {
        return segments.stream().filter(segment -> !isName(segment)).count();
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> split(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/"));
    }
}
