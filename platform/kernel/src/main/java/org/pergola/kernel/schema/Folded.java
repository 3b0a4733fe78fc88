package org.pergola.kernel.schema;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words without their case: how names are compared, sorted and found. */
public final class Folded {

    private static final Pattern GAP = Pattern.compile("[\\s.,;@_+'\\u2019-]+");

    private Folded() {
    }

    public static String of(String words) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFKC);
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).trim();
    }

    /** As {@link #of}, without accents: what is sorted and searched. */
    public static String plain(String words) {
        String bare = Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return of(bare);
    }

    /** The words in it, for a search by their beginnings. */
    public static Set<String> words(String... texts) {
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            String whole = plain(text);
            for (String part : whole.split("\\s+|(?<=@)")) {
                words.add(cut(part));
            }
            if (!whole.contains(" ")) {
                words.add(cut(whole));
            }
            Arrays.stream(GAP.split(whole)).map(Folded::cut).forEach(words::add);
        }
        words.remove("");
        return words;
    }

    private static String cut(String word) {
        return word.length() <= 190 ? word : word.substring(0, 190);
    }
}
