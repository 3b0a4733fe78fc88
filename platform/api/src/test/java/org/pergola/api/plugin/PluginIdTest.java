package org.pergola.api.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"learning", "lti", "xapi2"})
    void a_short_lower_case_word_is_a_plugin_id(String id) {
        assertEquals(id, PluginId.of(id).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2go", "Learning", "my-plugin", "abcdefghijklmnopqrstuvwxyz0123456"})
    void anything_else_is_refused_with_a_sentence(String id) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> PluginId.of(id));
        assertTrue(refusal.getMessage().contains("is no plugin id"), refusal.getMessage());
    }

    @Test
    void the_platforms_own_names_are_kept_for_it() {
        for (String reserved : PluginId.RESERVED) {
            assertThrows(IllegalArgumentException.class, () -> PluginId.of(reserved));
        }
    }
}
