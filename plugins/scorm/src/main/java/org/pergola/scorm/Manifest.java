package org.pergola.scorm;

import java.util.List;
import java.util.Optional;

/**
 * What {@code imsmanifest.xml} says of a package: the default organisation, with its lines.
 *
 * @param description of the package's general metadata; empty where there is none
 */
public record Manifest(Edition edition, String title, String description, List<Item> items) {

    public Manifest {
        items = List.copyOf(items);
    }

    /** Everything that can be opened, in order. */
    public List<Item> playable() {
        return items.stream().flatMap(Item::playable).toList();
    }

    public Optional<Item> find(String id) {
        return playable().stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
