package org.pergola.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pergola.api.text.Text;

class WhenTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void minutes_are_counted_within_the_hour_and_the_clock_is_told_beyond() {
        assertEquals(Text.of("ui.when.now"), said("2026-11-25T09:59:40Z"));
        assertEquals(Text.of("ui.when.minutes", 12L), said("2026-11-25T09:48:00Z"));
        assertEquals(Text.of("ui.when.today", "07:12"), said("2026-11-25T07:12:00Z"));
        assertEquals(Text.of("ui.when.yesterday", "16:20"), said("2026-11-24T16:20:00Z"));
    }

    @Test
    void days_of_the_week_are_named_and_older_ones_have_a_date() {
        assertEquals(Text.of("ui.when.weekday", "Monday", "14:15"), said("2026-11-23T14:15:00Z"));
        assertEquals(Text.plain("3 November 2026"), said("2026-11-03T09:00:00Z"));
    }

    @Test
    void what_is_due_is_told_in_days_then_weeks_and_once_past_with_its_day() {
        assertEquals(Text.of("ui.due.today"), due("2026-11-25T18:00:00Z"));
        assertEquals(Text.of("ui.due.tomorrow"), due("2026-11-26T08:00:00Z"));
        assertEquals(Text.of("ui.due.days", 3L), due("2026-11-28T08:00:00Z"));
        assertEquals(Text.of("ui.due.weeks", 2L), due("2026-12-10T08:00:00Z"));
        assertEquals(Text.of("ui.due.past", "20 November"), due("2026-11-20T08:00:00Z"));
    }

    @Test
    void how_long_it_lasts_is_rounded_up_to_minutes() {
        assertEquals(Text.of("ui.lasts.minutes", 1L), When.lasts(Duration.ofSeconds(10)));
        assertEquals(Text.of("ui.lasts.hours", 1L), When.lasts(Duration.ofMinutes(60)));
        assertEquals(Text.of("ui.lasts.both", 1L, 30L), When.lasts(Duration.ofMinutes(90)));
    }

    private static Text said(String instant) {
        return When.said(Instant.parse(instant), NOW, ZONE);
    }

    private static Text due(String instant) {
        return When.due(Instant.parse(instant), NOW, ZONE, Locale.ENGLISH);
    }
}
