package org.pergola.api.plugin;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a plugin: {@code learning}, {@code webhooks}. It is the first segment of the plugin's permissions,
 * text keys, tables and paths, so it is short, lower case and never one of the platform's own names.
 *
 * @param value two to 31 characters, {@code [a-z][a-z0-9]{1,30}}
 * @since 0.1
 */
public record PluginId(String value) implements Comparable<PluginId> {

    /** Names that the platform keeps for itself. */
    public static final Set<String> RESERVED = Set.of("api", "ui", "kernel", "persistence", "web", "vaadin", "shell",
            "testing", "admin", "login", "play", "files", "health");

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{1,30}");

    /** @throws IllegalArgumentException where the value is not a plugin's name, with a sentence saying why */
    public PluginId {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value
                    + "\" is no plugin id: two to 31 lower case letters and digits, a letter first.");
        }
        if (RESERVED.contains(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is kept for the platform.");
        }
    }

    public static PluginId of(String value) {
        return new PluginId(value);
    }

    @Override
    public int compareTo(PluginId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
