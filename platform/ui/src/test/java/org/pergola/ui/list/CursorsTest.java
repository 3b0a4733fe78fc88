package org.pergola.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final List<String> asked = new ArrayList<>();
    private final Cursors<Integer> cursors = new Cursors<>((ask, cursor) -> {
        asked.add(cursor.orElse("start"));
        int from = cursor.map(Integer::parseInt).orElse(0);
        List<Integer> rows = IntStream.range(from, Math.min(100, from + ask.limit())).boxed().toList();
        return new Slice<>(rows, from + rows.size() < 100 ? Optional.of(String.valueOf(from + rows.size()))
                : Optional.empty());
    });

    @Test
    void scrolling_on_reads_each_page_once() {
        assertEquals(IntStream.range(0, 40).boxed().toList(), cursors.rows(new Ask(0, 40, "", "")));
        assertEquals(IntStream.range(40, 80).boxed().toList(), cursors.rows(new Ask(40, 40, "", "")));
        assertEquals(IntStream.range(80, 100).boxed().toList(), cursors.rows(new Ask(80, 40, "", "")));
        assertEquals(List.of("start", "40", "80"), asked);
    }

    @Test
    void a_jump_walks_from_the_nearest_known_place() {
        cursors.rows(new Ask(0, 20, "", ""));
        assertEquals(IntStream.range(70, 90).boxed().toList(), cursors.rows(new Ask(70, 20, "", "")));
    }

    @Test
    void another_search_forgets_the_places_of_the_last_one() {
        cursors.rows(new Ask(0, 40, "", ""));
        asked.clear();
        cursors.rows(new Ask(40, 10, "x", ""));
        assertEquals("start", asked.get(0));
    }
}
