package org.pergola.kernel.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.pergola.api.text.Text;

/** Fills a pattern with its arguments, as people of a language and a zone say them. */
final class Wording {

    private final Locale locale;
    private final ZoneId zone;
    private final Function<Text, String> inner;

    /** @param inner resolves a text that is an argument of another */
    Wording(Locale locale, ZoneId zone, Function<Text, String> inner) {
        this.locale = spoken(locale);
        this.zone = zone;
        this.inner = inner;
    }

    /** Plain English is British here: 14 March 2027. */
    private static Locale spoken(Locale locale) {
        return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }

    /** @throws IllegalArgumentException where the pattern is malformed or does not fit the arguments */
    String fill(String pattern, List<Object> arguments) {
        if (arguments.isEmpty() && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format = new MessageFormat(pattern, ULocale.forLocale(locale));
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = argument(arguments.get(i), format.getFormatByArgumentName(String.valueOf(i)));
        }
        return format.format(values);
    }

    private Object argument(Object value, Format wanted) {
        if (wanted instanceof DateFormat dates) {
            dates.setTimeZone(TimeZone.getTimeZone(zone.getId()));
            return switch (value) {
                case Instant instant -> Date.from(instant);
                case LocalDate date -> Date.from(date.atStartOfDay(zone).toInstant());
                case LocalDateTime time -> Date.from(time.atZone(zone).toInstant());
                default -> value;
            };
        }
        return value instanceof Number ? value : say(value);
    }

    private String say(Object value) {
        return switch (value) {
            case Text text -> inner.apply(text);
            case Instant instant -> moment(instant.atZone(zone).toLocalDateTime());
            case LocalDateTime time -> moment(time);
            case LocalDate date -> day().format(date);
            default -> String.valueOf(value);
        };
    }

    private String moment(LocalDateTime time) {
        return day().format(time) + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    }

    private DateTimeFormatter day() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }
}
