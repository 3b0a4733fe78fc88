package org.pergola.scorm;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as the two data models write them: {@code HHHH:MM:SS.SS} (SCORM 1.2 RTE, CMITimespan) and
 * {@code P1DT2H3M4.5S} (SCORM 2004 RTE, timeinterval). A month counts 30 days and a year 365, since neither is a
 * length. Hours of other than two to four digits, weeks and parts with decimals are no SCORM; packages write them, the
 * run-time in the player's page takes them, so they are read as they are meant.
 */
final class Duration {

    private static final Pattern OLD = Pattern.compile("(\\d{1,6}):(\\d{2}):(\\d{2}(?:\\.\\d{1,2})?)");
    private static final String PART = "(?:(\\d{1,9}(?:[.,]\\d{0,9})?)%s)?";
    private static final Pattern NEW = Pattern.compile("P" + PART.formatted("Y") + PART.formatted("M")
            + PART.formatted("W") + PART.formatted("D") + "(T)?" + PART.formatted("H") + PART.formatted("M")
            + PART.formatted("S"));
    private static final int[] GROUPS = {1, 2, 3, 4, 6, 7, 8};
    private static final double[] SECONDS = {365 * 86_400d, 30 * 86_400d, 7 * 86_400d, 86_400d, 3_600d, 60d, 1d};

    private Duration() {
    }

    /** Seconds; empty where it is neither form. */
    static OptionalDouble seconds(String words) {
        Matcher old = OLD.matcher(words);
        if (old.matches()) {
            return OptionalDouble.of(Integer.parseInt(old.group(1)) * 3_600d + Integer.parseInt(old.group(2)) * 60d
                    + Double.parseDouble(old.group(3)));
        }
        Matcher modern = NEW.matcher(words);
        if (!modern.matches() || words.equals("P") || words.endsWith("T")) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String part = modern.group(GROUPS[i]);
            sum += part == null ? 0 : Double.parseDouble(part.replace(',', '.')) * SECONDS[i];
        }
        return OptionalDouble.of(sum);
    }

    static String write(Edition edition, double seconds) {
        long hundredths = Math.round(seconds * 100);
        long whole = hundredths / 100;
        if (edition == Edition.SCORM_12) {
            long hours = Math.min(whole / 3_600, 9_999);
            return String.format(Locale.ROOT, "%04d:%02d:%02d.%02d", hours, whole / 60 % 60, whole % 60,
                    hundredths % 100);
        }
        return String.format(Locale.ROOT, "PT%dH%dM%d.%02dS", whole / 3_600, whole / 60 % 60, whole % 60,
                hundredths % 100);
    }
}
