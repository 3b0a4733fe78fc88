package org.pergola.scorm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A line of a package's organisation: a heading with lines below it, or something that can be opened.
 *
 * @param id           the identifier of the manifest's item, unique within the package
 * @param href         the start file within the package; empty for a heading
 * @param parameters   as the item gives them, joined by {@link #address}
 * @param sco          whether it speaks to the run-time; otherwise it is an asset, done when it has been opened
 * @param masteryScore 0 to 100 (SCORM 1.2, {@code adlcp:masteryscore})
 * @param passingScore -1 to 1 (SCORM 2004, {@code minNormalizedMeasure} of a primary objective satisfied by measure)
 * @param threshold    0 to 1 (SCORM 2004, completion threshold)
 * @param objectives   identifiers of its objectives, primary first
 */
public record Item(String id, String title, Optional<String> href, String parameters, boolean sco, boolean visible,
        OptionalDouble masteryScore, OptionalDouble passingScore, OptionalDouble threshold, String launchData,
        String maxTimeAllowed, String timeLimitAction, List<String> objectives, List<Item> children) {

    public Item {
        objectives = List.copyOf(objectives);
        children = List.copyOf(children);
    }

    /** This line and all below it that can be opened, in order. */
    public Stream<Item> playable() {
        return Stream.concat(href.isPresent() ? Stream.of(this) : Stream.empty(),
                children.stream().flatMap(Item::playable));
    }

    /**
     * The start file with the item's parameters, joined as the content aggregation model says
     * (SCORM 2004 4th edition CAM, section 3.4.1.4, "parameters").
     */
    public Optional<String> address() {
        return href.map(file -> join(file, parameters));
    }

    static String join(String file, String parameters) {
        String rest = parameters.strip();
        while (rest.startsWith("?") || rest.startsWith("&")) {
            rest = rest.substring(1);
        }
        if (rest.isEmpty()) {
            return file;
        }
        if (rest.startsWith("#")) {
            return file.contains("#") ? file : file + rest;
        }
        int fragment = file.indexOf('#');
        String path = fragment < 0 ? file : file.substring(0, fragment);
        String anchor = fragment < 0 ? "" : file.substring(fragment);
        return path + (path.contains("?") ? "&" : "?") + rest + anchor;
    }
}
