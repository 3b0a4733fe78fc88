package org.pergola.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.api.error.Refused;

class SpansTest {

    @Test
    void a_part_counts_once_however_often_it_was_played() {
        assertEquals(12_000, Spans.parse("0-10000,2000-12000,0-10000").total());
    }

    @Test
    void what_was_jumped_over_is_not_in_it() {
        assertEquals(2_000, Spans.parse("0-1000,99000-100000").total());
    }

    @Test
    void parts_that_nearly_touch_are_one() {
        assertEquals("0-2400", Spans.parse("1300-2400,0-1000").toString());
    }

    @Test
    void no_more_is_new_than_may_be_and_the_same_told_again_adds_the_rest_later() {
        Spans seen = Spans.parse("0-10000").plus(Spans.parse("0-60000"), 5_000);
        assertEquals("0-15000", seen.toString());
        assertEquals("0-60000", seen.plus(Spans.parse("0-60000"), 45_000).toString());
        assertEquals(seen, seen.plus(Spans.parse("0-60000"), 0));
    }

    @Test
    void nothing_lies_behind_the_end() {
        assertEquals("0-5000", Spans.parse("0-9000,10000-20000").within(5_000).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "5-1", "-1-5", "0-1;2-3", "0-9999999999999"})
    void what_is_no_list_of_parts_is_refused(String words) {
        assertThrows(Refused.class, () -> Spans.parse(words));
    }
}
