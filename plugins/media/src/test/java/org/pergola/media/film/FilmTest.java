package org.pergola.media.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pergola.api.error.Refused;

class FilmTest {

    /** Recorded live: a head, a segment of unknown size, one track of pictures, a cluster with a block at 4.5 seconds. */
    private static final byte[] LIVE = HexFormat.of().parseHex("1a45dfa3874282847765626d"
            + "1853806701ffffffffffffff" + "1654ae6b85ae83838101" + "1f43b67501ffffffffffffff" + "e7820fa0"
            + "a3858101f48000");

    /** A file type, and a movie with a header of 2,500 ticks of a thousandth and one track of pictures. */
    private static final byte[] MOVIE = HexFormat.of().parseHex("00000010667479706d70343200000000"
            + "00000048" + "6d6f6f76" + "0000001c" + "6d766864" + "000000000000000000000000000003e8000009c4"
            + "00000024" + "7472616b" + "0000001c" + "6d646961" + "00000014" + "68646c72" + "000000000000000076696465");

    private static Film read(byte[] file) throws IOException {
        return Film.read("film", new ByteArrayInputStream(file));
    }

    private static String refusal(byte[] file) {
        return assertThrows(Refused.class, () -> read(file)).text().key();
    }

    @Test
    void a_live_recording_is_as_long_as_its_last_block_says() throws IOException {
        assertEquals(new Film("video/webm", Duration.ofMillis(4500)), read(LIVE));
    }

    @Test
    void the_length_of_an_mp4_stands_in_its_header() throws IOException {
        assertEquals(new Film("video/mp4", Duration.ofMillis(2500)), read(MOVIE));
    }

    @Test
    void a_video_that_is_none_is_refused_whatever_it_is_called() {
        assertEquals("media.video.none", refusal("This is no video.".getBytes(StandardCharsets.UTF_8)));
        assertEquals("media.video.none", refusal(new byte[0]));
    }

    @Test
    void a_video_that_is_cut_off_is_damaged() {
        assertEquals("media.video.broken", refusal(Arrays.copyOf(LIVE, LIVE.length - 2)));
        assertEquals("media.video.broken", refusal(Arrays.copyOf(MOVIE, MOVIE.length - 5)));
        assertEquals("media.video.broken", refusal(Arrays.copyOf(MOVIE, 16)));
    }

    @ParameterizedTest
    @CsvSource({"'WEBVTT\n\n00:01.000 --> 00:02.500\nHello', ''", "'hello', media.caption.none",
        "'WEBVTT\n\nHello', media.caption.empty", "'WEBVTT\n\n00:01 --> 00:02\nHello', media.caption.time",
        "'WEBVTT\n\n00:03.000 --> 00:02.000\nHello', media.caption.order"})
    void captions_are_webvtt_or_are_refused(String file, String key) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        if (key.isEmpty()) {
            assertEquals(file, new String(Captions.read("c.vtt", new ByteArrayInputStream(bytes)),
                    StandardCharsets.UTF_8));
        } else {
            assertEquals(key, assertThrows(Refused.class, () -> Captions.read("c.vtt",
                    new ByteArrayInputStream(bytes))).text().key());
        }
    }
}
