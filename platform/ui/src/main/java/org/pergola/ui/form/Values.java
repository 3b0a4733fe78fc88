package org.pergola.ui.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What has been filled in, by the fields' names. @since 0.1 */
public final class Values {
    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** Without spaces around it; empty where nothing is filled in. */
    public String string(String name) {
        return String.valueOf(values.getOrDefault(name, "")).strip();
    }

    public Optional<String> some(String name) {
        return Optional.of(string(name)).filter(value -> !value.isEmpty());
    }

    public boolean bool(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public Optional<Double> number(String name) {
        return values.get(name) instanceof Double number ? Optional.of(number) : Optional.empty();
    }

    public Optional<LocalDate> date(String name) {
        return values.get(name) instanceof LocalDate date ? Optional.of(date) : Optional.empty();
    }

    /** As strings: numbers without needless zeros, dates as ISO, booleans as true and false. */
    public Map<String, String> strings() {
        Map<String, String> strings = new LinkedHashMap<>();
        values.forEach((name, value) -> strings.put(name, value instanceof Double number
                && number == Math.rint(number) ? String.valueOf(number.longValue()) : String.valueOf(value)));
        return strings;
    }
}
