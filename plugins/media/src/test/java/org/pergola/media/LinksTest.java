package org.pergola.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.api.error.Refused;

class LinksTest {

    @Test
    void a_name_without_a_scheme_is_taken_as_https() {
        assertEquals("https://example.org/a?b=c", Links.address(" example.org/a?b=c ").toString());
        assertEquals("http://example.org:81/", Links.address("http://example.org:81/").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org",
        "https://ann:secret@example.org", "https:", "mailto:a@example.org", "a b", "//example.org"})
    void what_is_no_address_of_the_web_is_refused(String typed) {
        assertEquals("url", assertThrows(Refused.class, () -> Links.address(typed)).field().orElseThrow());
    }
}
