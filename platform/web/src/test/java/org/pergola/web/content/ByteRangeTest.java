package org.pergola.web.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.web.content.ByteRange.Asked;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 9", "bytes=90-, 90, 99", "bytes=-10, 90, 99", "bytes=-1000, 0, 99",
        "bytes=50-1000, 50, 99", "bytes=0-0, 0, 0"})
    void a_part_is_cut_to_what_is_there(String header, long first, long last) {
        assertEquals(new Asked.Part(new ByteRange(first, last)), ByteRange.of(Optional.of(header), 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=x", "lines=0-1", "bytes=9-3", "bytes=-", ""})
    void several_parts_and_nonsense_get_the_whole(String header) {
        assertEquals(new Asked.Whole(), ByteRange.of(Optional.of(header), 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=-0"})
    void a_part_behind_the_end_is_nowhere(String header) {
        assertEquals(new Asked.Nowhere(), ByteRange.of(Optional.of(header), 100));
    }
}
