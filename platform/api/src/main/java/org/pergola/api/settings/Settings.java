package org.pergola.api.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Settings by PID ({@code org.pergola.<id>}), described by Metatype, stored in the database, handed to the components
 * by ConfigAdmin. What stands in {@code DIR/etc/<pid>.cfg} wins, key by key. Asks for {@code kernel.settings.manage}.
 *
 * @since 0.1
 */
@ProviderType
public interface Settings {

    enum Kind {
        STRING, NUMBER, BOOLEAN, PASSWORD, CHOICE
    }

    /**
     * @param options value to words, for {@link Kind#CHOICE}
     * @param file    the file that sets it, where one does
     * @param value   as a string; a password comes back empty
     */
    record Field(String key, String name, String help, Kind kind, Map<String, String> options, String defaultValue,
            Optional<Double> min, Optional<Double> max, Optional<String> value, Optional<String> file) {
    }

    record Page(String pid, String plugin, String name, String help, List<Field> fields) {
    }

    List<Page> pages();

    Optional<Page> find(String pid);

    /** Stores the values and hands them on. @throws org.pergola.api.error.Refused naming the first wrong field */
    void save(String pid, Map<String, String> values);
}
