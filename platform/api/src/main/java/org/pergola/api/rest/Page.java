package org.pergola.api.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of every list: {@code {"items":[...],"next":"..."}}.
 *
 * @param next the cursor of what follows; empty at the end
 * @since 0.1
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** All there is. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, Optional.empty());
    }

    /**
     * A page out of rows read with one more than was asked for.
     *
     * @param rows   at most {@code limit + 1} of them
     * @param cursor what the following page starts behind, from the last row of this one
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
        return rows.size() <= limit ? of(rows)
                : new Page<>(rows.subList(0, limit), Optional.of(cursor.apply(rows.get(limit - 1))));
    }

    public <S> Page<S> map(Function<? super T, ? extends S> shape) {
        return new Page<>(items.stream().<S>map(shape).toList(), next);
    }
}
