package org.pergola.kernel.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pergola.api.text.Text;

/** Parameters, results and messages as JSON. Maps, lists and plain values only: nothing of a plugin's classes. */
final class JobJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> SHAPE = new TypeReference<>() {
    };

    private JobJson() {
    }

    /** @throws IllegalArgumentException where a value is neither string, number, boolean, list nor map */
    static String write(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(plain(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Parameters and results of a job are plain values", e);
        }
    }

    static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, SHAPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the jobs holds no JSON", e);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case UUID uuid -> uuid.toString();
            case Instant instant -> instant.toString();
            case Enum<?> constant -> constant.name();
            case Collection<?> many -> many.stream().map(JobJson::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
                yield copy;
            }
            default -> throw new IllegalArgumentException("A job's value is of a type that is not kept: "
                    + value.getClass().getName());
        };
    }

    static String write(Text text) {
        return write(map(text));
    }

    private static Map<String, Object> map(Text text) {
        return Map.of("key", text.key(), "args", text.args().stream().map(JobJson::argument).toList());
    }

    private static Object argument(Object argument) {
        return switch (argument) {
            case Text text -> map(text);
            case Instant instant -> Map.of("instant", instant.toString());
            case String text -> text;
            case Number number -> number;
            default -> argument.toString();
        };
    }

    static Text text(String json) {
        return text(read(json));
    }

    private static Text text(Map<?, ?> map) {
        Object[] arguments = ((List<?>) map.get("args")).stream().map(JobJson::argumentOf).toArray();
        String key = (String) map.get("key");
        return key.isEmpty() ? Text.plain(String.valueOf(arguments[0])) : Text.of(key, arguments);
    }

    private static Object argumentOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("instant") ? Instant.parse((String) map.get("instant")) : text(map);
        }
        return value;
    }
}
