package org.pergola.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String EVIL = "<img src=x onerror=\"alert('1')\">";

    @Test
    void words_are_escaped_wherever_they_come_in() {
        for (Markup markup : new Markup[] {Markup.text(EVIL), Markup.quiet(EVIL), Markup.strong(EVIL),
            Markup.two(EVIL, EVIL), Markup.progress(0.5, EVIL), Markup.link(EVIL, EVIL),
            Markup.avatar(EVIL, Optional.of(EVIL)), Status.OK.markup(EVIL), Ring.of(0.5, EVIL, EVIL)}) {
            assertFalse(markup.html().contains("<img src=x"), markup.html());
            assertFalse(markup.html().contains("\"alert"), markup.html());
        }
    }

    @Test
    void no_markup_has_a_style_attribute_which_the_page_policy_would_refuse() {
        String all = Markup.progress(0.62, "62%").html() + Ring.of(0.4, "4/10", "x").html()
                + Markup.tile("puzzle", 211).html() + Drawings.path() + Drawings.pergola() + Drawings.mark()
                + Cover.svg("0123456789abcdef");
        assertFalse(all.contains("style="));
    }

    @Test
    void a_status_is_a_colour_an_icon_and_a_word() {
        String late = Status.LATE.markup("Overdue").html();
        assertTrue(late.contains("pg-bad") && late.contains("<svg") && late.contains("Overdue"));
    }

    @Test
    void every_icon_that_the_platform_names_is_there() {
        for (Status status : Status.values()) {
            assertTrue(Icon.known(status.icon()), status.icon());
        }
    }

    @Test
    void initials_are_those_of_the_first_and_the_last_name() {
        assertEquals("RE", Markup.initials("Ruth Jane Ellison"));
        assertEquals("M", Markup.initials("madonna"));
        assertEquals("", Markup.initials(""));
    }

    @Test
    void a_cover_is_the_same_for_the_same_seed_and_another_for_another() {
        assertEquals(Cover.address("a"), Cover.address("a"));
        String first = Cover.address("Moving and handling").replaceAll(".*/|\\.svg", "");
        String second = Cover.address("Fire safety").replaceAll(".*/|\\.svg", "");
        assertEquals(Cover.svg(first), Cover.svg(first));
        assertFalse(Cover.svg(first).equals(Cover.svg(second)));
    }
}
