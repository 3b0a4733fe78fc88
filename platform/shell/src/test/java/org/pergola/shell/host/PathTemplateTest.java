package org.pergola.shell.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

    @Test
    void a_name_stands_for_one_segment() {
        assertEquals(Optional.of(Map.of("id", "42")), PathTemplate.of("things/{id}").match("things/42"));
        assertEquals(Optional.empty(), PathTemplate.of("things/{id}").match("things/42/more"));
        assertEquals(Optional.empty(), PathTemplate.of("things/{id}").match("things"));
    }

    @Test
    void the_empty_path_is_the_start_page_alone() {
        assertEquals(Optional.of(Map.of()), PathTemplate.of("").match(""));
        assertEquals(Optional.empty(), PathTemplate.of("").match("things"));
    }

    @Test
    void fixed_words_are_meant_before_names() {
        assertTrue(PathTemplate.of("things/new").literals() > PathTemplate.of("things/{id}").literals());
    }
}
