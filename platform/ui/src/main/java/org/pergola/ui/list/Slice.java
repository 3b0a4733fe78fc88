package org.pergola.ui.list;

import java.util.List;
import java.util.Optional;

/**
 * Rows read by key.
 *
 * @param next the cursor of what follows; empty at the end
 * @since 0.1
 */
public record Slice<T>(List<T> items, Optional<String> next) {
    public Slice {
        items = List.copyOf(items);
    }
}
