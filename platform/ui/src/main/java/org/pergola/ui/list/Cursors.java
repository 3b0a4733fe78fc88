package org.pergola.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Lets a grid, which thinks in offsets, read pages by key: remembers which cursor stands at which offset. */
final class Cursors<T> {
    private final BiFunction<Ask, Optional<String>, Slice<T>> source;
    private final TreeMap<Integer, String> known = new TreeMap<>();
    private String question = "";

    Cursors(BiFunction<Ask, Optional<String>, Slice<T>> source) {
        this.source = source;
    }

    List<T> rows(Ask ask) {
        String asked = ask.view() + "\n" + ask.search();
        if (!asked.equals(question) || ask.offset() == 0) {
            known.clear();
            question = asked;
        }
        var nearest = known.floorEntry(ask.offset());
        int at = nearest == null ? 0 : nearest.getKey();
        Optional<String> cursor = nearest == null ? Optional.empty() : Optional.of(nearest.getValue());
        List<T> rows = new ArrayList<>();
        while (rows.size() < ask.limit()) {
            Slice<T> slice = source.apply(new Ask(at, ask.limit(), ask.search(), ask.view()), cursor);
            slice.items().stream().skip(Math.max(0, ask.offset() - at)).forEach(rows::add);
            at += slice.items().size();
            if (slice.next().isEmpty() || slice.items().isEmpty()) {
                break;
            }
            cursor = slice.next();
            known.put(at, cursor.get());
        }
        return rows.size() <= ask.limit() ? rows : rows.subList(0, ask.limit());
    }
}
