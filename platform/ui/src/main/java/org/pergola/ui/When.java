package org.pergola.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.pergola.api.text.Text;

/** Times as people say them. */
final class When {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private When() {
    }

    static Text said(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), today);
        long minutes = Duration.between(instant, now).toMinutes();
        if (minutes >= 0 && minutes < 1) {
            return Text.of("ui.when.now");
        }
        if (minutes > 0 && minutes < 60) {
            return Text.of("ui.when.minutes", minutes);
        }
        String time = TIME.format(then);
        if (days == 0) {
            return Text.of("ui.when.today", time);
        }
        if (days == 1) {
            return Text.of("ui.when.yesterday", time);
        }
        if (days == -1) {
            return Text.of("ui.when.tomorrow", time);
        }
        if (days > 1 && days < 7) {
            return Text.of("ui.when.weekday", then.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), time);
        }
        return Text.plain(day(then.toLocalDate(), Locale.ENGLISH));
    }

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    static Text due(Instant due, Instant now, ZoneId zone, Locale locale) {
        LocalDate day = due.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day);
        if (due.isBefore(now)) {
            return Text.of("ui.due.past", DateTimeFormatter.ofPattern("d MMMM", locale).format(day));
        }
        if (days == 0) {
            return Text.of("ui.due.today");
        }
        if (days == 1) {
            return Text.of("ui.due.tomorrow");
        }
        if (days < 14) {
            return Text.of("ui.due.days", days);
        }
        if (days < 60) {
            return Text.of("ui.due.weeks", days / 7);
        }
        return Text.of("ui.due.day", day(day, locale));
    }

    static Text lasts(Duration duration) {
        long minutes = Math.max(1, (duration.toSeconds() + 59) / 60);
        if (minutes < 60) {
            return Text.of("ui.lasts.minutes", minutes);
        }
        return minutes % 60 == 0 ? Text.of("ui.lasts.hours", minutes / 60)
                : Text.of("ui.lasts.both", minutes / 60, minutes % 60);
    }
}
