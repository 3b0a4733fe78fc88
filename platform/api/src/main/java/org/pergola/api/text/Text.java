package org.pergola.api.text;

import java.util.List;
import java.util.Objects;

/**
 * Words for a person: a key and its arguments, resolved in the reader's language when they are shown. The first
 * segment of the key names the plugin (or the platform's module) whose {@code l10n/<language>.properties} has the
 * pattern, in ICU MessageFormat: {@code greeting.hello=Good morning, {0}}.
 *
 * @param key  such as {@code learning.due.soon}; empty for a text that is already words
 * @param args strings, numbers, instants, dates or other texts; a single string that is shown as it is where the
 *             key is empty
 * @since 0.1
 */
public record Text(String key, List<Object> args) {

    public Text {
        Objects.requireNonNull(key, "key");
        args = List.copyOf(args);
    }

    public static Text of(String key, Object... args) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A text needs a key; words of a person's own are Text.plain.");
        }
        return new Text(key, List.of(args));
    }

    /** Words that somebody has written, such as a title: the same in every language. */
    public static Text plain(String words) {
        return new Text("", List.of(words));
    }

    public boolean isPlain() {
        return key.isEmpty();
    }

    /** The plugin or module whose words these are; empty for a plain text. */
    public String owner() {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** For logs; what people read comes from {@link Texts}. */
    @Override
    public String toString() {
        return isPlain() ? String.valueOf(args.get(0)) : args.isEmpty() ? key : key + args;
    }
}
