package org.pergola.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pergola.api.text.Text;

class WordingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String fill(Locale locale, String pattern, Object... arguments) {
        return new Wording(locale).fill(pattern, List.of(arguments), BERLIN, inner -> "<" + inner.key() + ">");
    }

    @Test
    void plurals_follow_the_language() {
        String pattern = "{0, plural, one {# plant uses it} other {# plants use it}}";
        assertEquals("1 plant uses it", fill(Locale.ENGLISH, pattern, 1));
        assertEquals("1,200 plants use it", fill(Locale.ENGLISH, pattern, 1200L));
        assertEquals("1.200 plants use it", fill(Locale.GERMAN, pattern, 1200L));
        assertEquals("2 яблока", fill(Locale.of("ru"),
                "{0, plural, one {# яблоко} few {# яблока} many {# яблок} other {# яблока}}", 2));
    }

    @Test
    void dates_and_moments_are_said_as_people_say_them_in_the_zone_of_the_installation() {
        assertEquals("Due on 14 March 2027", fill(Locale.ENGLISH, "Due on {0}", LocalDate.of(2027, 3, 14)));
        assertEquals("14 March 2027, 00:30",
                fill(Locale.ENGLISH, "{0}", Instant.parse("2027-03-13T23:30:00Z")));
        assertEquals("14 March 2027", fill(Locale.ENGLISH, "{0, date, long}",
                Instant.parse("2027-03-13T23:30:00Z")));
        assertEquals("14. März 2027", fill(Locale.GERMAN, "{0}", LocalDate.of(2027, 3, 14)));
    }

    @Test
    void a_text_within_a_text_is_resolved_and_numbers_are_grouped() {
        assertEquals("Needs <garden.bed.see.title>, 1,234 times",
                fill(Locale.ENGLISH, "Needs {0}, {1} times", Text.of("garden.bed.see.title"), 1234));
        assertEquals("It's 100% $1 {x}", fill(Locale.ENGLISH, "It''s {0} $1 '{x}'", "100%"));
        assertEquals("It’s $5", fill(Locale.ENGLISH, "It’s {0}", "$5"));
    }

    @Test
    void a_pattern_that_does_not_fit_is_no_words() {
        assertThrows(IllegalArgumentException.class, () -> fill(Locale.ENGLISH, "{0} and {1}", "one"));
        assertThrows(IllegalArgumentException.class, () -> fill(Locale.ENGLISH, "{0, plural, one {x}", 1));
    }

    @Test
    void a_key_without_words_is_its_last_segment_in_readable_form() {
        assertEquals("Due soon", BundleTexts.readable("garden.bed.due-soon"));
        assertEquals("Odd", BundleTexts.readable("odd"));
    }

    @Test
    void words_are_looked_up_in_the_language_its_parent_and_english() {
        WordBook book = new WordBook();
        book.put("garden", Map.of("en", Map.of("garden.a", "A", "garden.b", "B"), "de", Map.of("garden.a", "Ä")));
        assertEquals(Optional.of("Ä"), book.pattern("garden", "garden.a", Locale.of("de", "AT")));
        assertEquals(Optional.of("B"), book.pattern("garden", "garden.b", Locale.of("de", "AT")));
        assertEquals(Optional.of("A"), book.pattern("garden", "garden.a", Locale.of("fr")));
        book.remove("garden");
        assertEquals(Optional.empty(), book.pattern("garden", "garden.a", Locale.ENGLISH));
    }
}
