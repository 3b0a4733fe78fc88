package org.pergola.kernel.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.Format;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pergola.api.text.Text;

/** Fills patterns with their arguments, as people of one language and a zone say them. */
final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");
    private static final int MOST = 5_000;

    private final Locale locale;
    /** Parsing one takes 200 microseconds, and a page has dozens. Each is used under its own lock. */
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    Wording(Locale locale) {
        this.locale = spoken(locale);
    }

    /** Plain English is British here: 14 March 2027. */
    private static Locale spoken(Locale locale) {
        return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }

    /**
     * @param inner resolves a text that is an argument of another
     * @throws IllegalArgumentException where the pattern is malformed or does not fit the arguments
     */
    String fill(String pattern, List<Object> arguments, ZoneId zone, Function<Text, String> inner) {
        if (pattern.indexOf('\'') < 0) {
            if (pattern.indexOf('{') < 0) {
                return pattern;
            }
            if (PLACE.matcher(pattern).replaceAll("").indexOf('{') < 0) {
                return simple(pattern, arguments, zone, inner);
            }
        }
        if (parsed.size() >= MOST) {
            parsed.clear();
        }
        MessageFormat format = parsed.computeIfAbsent(pattern,
                words -> new MessageFormat(words, ULocale.forLocale(locale)));
        synchronized (format) {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = argument(arguments.get(i), format.getFormatByArgumentName(String.valueOf(i)), zone,
                        inner);
            }
            return format.format(values);
        }
    }

    /** The most frequent patterns have places only, and need no parser. */
    private String simple(String pattern, List<Object> arguments, ZoneId zone, Function<Text, String> inner) {
        return PLACE.matcher(pattern).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            if (index >= arguments.size()) {
                throw new IllegalArgumentException("There is no argument " + index + " for: " + pattern);
            }
            return Matcher.quoteReplacement(say(arguments.get(index), zone, inner));
        });
    }

    private Object argument(Object value, Format wanted, ZoneId zone, Function<Text, String> inner) {
        if (wanted instanceof DateFormat dates) {
            dates.setTimeZone(TimeZone.getTimeZone(zone.getId()));
            return switch (value) {
                case Instant instant -> Date.from(instant);
                case LocalDate date -> Date.from(date.atStartOfDay(zone).toInstant());
                case LocalDateTime time -> Date.from(time.atZone(zone).toInstant());
                default -> value;
            };
        }
        return value instanceof Number ? value : say(value, zone, inner);
    }

    private String say(Object value, ZoneId zone, Function<Text, String> inner) {
        return switch (value) {
            case Text text -> inner.apply(text);
            case Number number -> NumberFormat.getInstance(locale).format(number);
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
