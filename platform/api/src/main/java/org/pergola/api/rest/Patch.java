package org.pergola.api.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * The body of a PATCH: a JSON merge patch (RFC 7396). What is absent stays, what is {@code null} is cleared. The body
 * parameter of the resource method: {@code change(@PathParam("id") UUID id, Patch patch)}.
 *
 * @since 0.1
 */
public final class Patch {

    private final Map<String, Object> fields;

    /** @param fields strings, numbers, booleans, null, lists and maps of these */
    public Patch(Map<String, ?> fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    /** @throws Refused (invalid) naming a field that is none of these: a misspelt one is not silently dropped */
    public Patch only(String... known) {
        Set<String> names = Set.of(known);
        for (String field : fields.keySet()) {
            if (!names.contains(field)) {
                throw Refused.invalid(field, Text.of("web.field.unknown", field));
            }
        }
        return this;
    }

    /** Whether the field is there, with a value or as null. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Whether the field is to be cleared. */
    public boolean clears(String field) {
        return fields.containsKey(field) && fields.get(field) == null;
    }

    /** @throws Refused (invalid) where it is there and is no string, null included */
    public Optional<String> string(String field) {
        return value(field, String.class);
    }

    /** @throws Refused (invalid) where it is there and is not true or false */
    public Optional<Boolean> bool(String field) {
        return value(field, Boolean.class);
    }

    /** @throws Refused (invalid) where it is there and is no number */
    public Optional<Number> number(String field) {
        return value(field, Number.class);
    }

    /** @throws Refused (invalid) where it is there and is no id */
    public Optional<UUID> uuid(String field) {
        return string(field).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException malformed) {
                throw Refused.invalid(field, Text.of("web.field.malformed", field)).because(malformed);
            }
        });
    }

    /** @throws Refused (invalid) where it is there and is no list of strings */
    public Optional<List<String>> strings(String field) {
        return value(field, List.class).map(list -> {
            List<?> items = list;
            return items.stream().map(item -> {
                if (item instanceof String string) {
                    return string;
                }
                throw Refused.invalid(field, Text.of("web.field.malformed", field));
            }).toList();
        });
    }

    /** The field as it came: a string, number, boolean, list or map. Empty where it is absent or null. */
    public Optional<Object> raw(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    private <T> Optional<T> value(String field, Class<T> type) {
        if (!fields.containsKey(field)) {
            return Optional.empty();
        }
        Object value = fields.get(field);
        if (!type.isInstance(value)) {
            throw Refused.invalid(field, Text.of("web.field.malformed", field));
        }
        return Optional.of(type.cast(value));
    }
}
