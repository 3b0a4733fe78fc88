package org.pergola.kernel.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The patterns that are there now: by owner, language and key. An owner is replaced as a whole. */
final class WordBook {

    private static final String FALLBACK = "en";

    private final Map<String, Map<String, Map<String, String>>> byOwner = new ConcurrentHashMap<>();

    /** @param languages language tag to key to pattern */
    void put(String owner, Map<String, Map<String, String>> languages) {
        byOwner.put(owner, Map.copyOf(languages));
    }

    void remove(String owner) {
        byOwner.remove(owner);
    }

    /** The pattern in the language, its parent language, or English. */
    Optional<String> pattern(String owner, String key, Locale locale) {
        Map<String, Map<String, String>> languages = byOwner.getOrDefault(owner, Map.of());
        for (String tag : new String[] {locale.toLanguageTag(), locale.getLanguage(), FALLBACK}) {
            String pattern = languages.getOrDefault(tag, Map.of()).get(key);
            if (pattern != null) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }
}
