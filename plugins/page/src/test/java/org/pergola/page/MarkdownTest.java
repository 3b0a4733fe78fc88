package org.pergola.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void text_becomes_paragraphs_lists_and_emphasis() {
        assertEquals("<p>Lift <strong>slowly</strong>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
                Markdown.html("Lift **slowly**.\n\n- one\n- two").strip());
    }

    @Test
    void headings_begin_below_the_heading_of_the_page() {
        assertEquals("<h2>Before</h2>\n<h3>After</h3>", Markdown.html("# Before\n\n## After").strip());
    }

    @Test
    void links_leave_the_portal_in_a_window_of_their_own() {
        String html = Markdown.html("[more](https://example.org/a)");
        assertTrue(html.contains("href=\"https://example.org/a\""), html);
        assertTrue(html.contains("target=\"_blank\"") && html.contains("noopener"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>",
        "<svg/onload=alert(1)>", "[x](JaVaScRiPt:alert(1))", "<iframe src=\"https://example.org\"></iframe>",
        "[x](\" onmouseover=alert(1) x=\")", "<style>*{display:none}</style>", "[x](vbscript:msgbox)"})
    void nothing_that_could_run_comes_out(String markdown) {
        String html = Markdown.html(markdown).toLowerCase(Locale.ROOT);
        assertFalse(html.contains("<script") || html.contains("<img") || html.contains("<svg")
                || html.contains("<iframe") || html.contains("<style"), html);
        assertFalse(html.matches("(?s).*<[^>]+\\son\\w+=.*") || html.matches("(?s).*<[^>]+href=\"\\s*(javascript|data|vbscript):.*"),
                html);
    }
}
