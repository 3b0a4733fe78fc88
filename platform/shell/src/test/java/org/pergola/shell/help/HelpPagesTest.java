package org.pergola.shell.help;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HelpPagesTest {

    @Test
    void markdown_becomes_html_and_html_in_it_stays_words() {
        String html = HelpPages.html("# Title\n\n**bold** <script>alert(1)</script>\n\n<div onclick=x>y</div>");
        assertTrue(html.contains("<h1>Title</h1>") && html.contains("<strong>bold</strong>"));
        assertFalse(html.contains("<script") || html.contains("<div"));
    }

    @Test
    void a_link_runs_no_script() {
        assertFalse(HelpPages.html("[x](javascript:alert(1))").contains("javascript:"));
    }
}
