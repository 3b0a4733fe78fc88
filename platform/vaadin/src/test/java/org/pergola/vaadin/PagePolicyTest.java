package org.pergola.vaadin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PagePolicyTest {

    private static final Optional<String> B = Optional.of("http://127.0.0.1:8080");

    @Test
    void scripts_and_styles_need_the_origin_or_the_nonce() {
        Map<String, String> policy = directives(PagePolicy.header("abc", B));
        assertEquals("'self' 'nonce-abc'", policy.get("script-src"));
        assertEquals("'self' 'nonce-abc'", policy.get("style-src"));
    }

    @Test
    void nothing_unsafe_is_allowed() {
        assertFalse(PagePolicy.header("abc", B).contains("unsafe"));
    }

    @Test
    void only_the_content_origin_is_framed_and_plays_media() {
        Map<String, String> policy = directives(PagePolicy.header("abc", B));
        assertEquals("http://127.0.0.1:8080", policy.get("frame-src"));
        assertEquals("http://127.0.0.1:8080", policy.get("media-src"));
    }

    @Test
    void without_a_content_origin_nothing_is_framed() {
        assertEquals("'none'", directives(PagePolicy.header("abc", Optional.empty())).get("frame-src"));
    }

    @Test
    void no_other_site_frames_a_page_or_receives_its_forms() {
        Map<String, String> policy = directives(PagePolicy.header("abc", B));
        assertEquals("'none'", policy.get("frame-ancestors"));
        assertEquals("'self'", policy.get("form-action"));
        assertTrue(policy.get("default-src").equals("'none'") && policy.get("object-src").equals("'none'"));
    }

    private static Map<String, String> directives(String header) {
        return Arrays.stream(header.split("; ")).map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
