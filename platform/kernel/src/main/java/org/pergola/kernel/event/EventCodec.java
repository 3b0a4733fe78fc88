package org.pergola.kernel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.event.Event;

/**
 * Events to JSON and back. Jackson sees maps and lists only: what it learns about a plugin's classes it keeps, and the
 * class loader with them.
 */
final class EventCodec {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventCodec() {
    }

    /** @throws IllegalArgumentException where the event is no record, or has a component of a type that is not kept */
    static String write(Event event) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components(event.getClass())) {
            values.put(component.getName(), toJson(component, value(component, event)));
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event " + event + " cannot be written", e);
        }
    }

    private static RecordComponent[] components(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("An event is a record; " + type.getName() + " is none.");
        }
        return type.getRecordComponents();
    }

    private static Object value(RecordComponent component, Event event) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("The component " + component.getName() + " cannot be read", e);
        }
    }

    private static Object toJson(RecordComponent component, Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> toJson(component, optional.orElse(null));
            case String text -> text;
            case Boolean flag -> flag;
            case Number number -> number;
            case Enum<?> constant -> constant.name();
            case UUID uuid -> uuid.toString();
            case Instant instant -> instant.toString();
            case LocalDate date -> date.toString();
            case LocalDateTime dateTime -> dateTime.toString();
            case Collection<?> many -> many.stream().map(one -> toJson(component, one)).toList();
            default -> throw new IllegalArgumentException("The component " + component.getName()
                    + " of an event has a type that is not kept: " + value.getClass().getName());
        };
    }

    /** Fields that the record does not know are left out; those that the row does not have are empty. */
    static <E extends Event> E read(String json, Class<E> type) {
        RecordComponent[] components = components(type);
        Map<?, ?> values = parse(json);
        Object[] arguments = Arrays.stream(components)
                .map(component -> fromJson(component.getGenericType(), values.get(component.getName()))).toArray();
        try {
            Constructor<E> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("An event of " + type.getName() + " cannot be made of " + json, e);
        }
    }

    private static Map<?, ?> parse(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No event: " + json, e);
        }
    }

    private static Object fromJson(Type type, Object value) {
        if (type instanceof ParameterizedType parameterized) {
            Type argument = parameterized.getActualTypeArguments()[0];
            if (parameterized.getRawType() == Optional.class) {
                return value == null ? Optional.empty() : Optional.of(fromJson(argument, value));
            }
            return value == null ? List.of()
                    : ((Collection<?>) value).stream().map(one -> fromJson(argument, one)).toList();
        }
        Class<?> plain = (Class<?>) type;
        return value == null ? absent(plain) : present(plain, value);
    }

    private static Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == String.class ? "" : type.isPrimitive() ? number(type, 0) : null;
    }

    private static Object present(Class<?> type, Object value) {
        if (value instanceof Number number) {
            return number(type, number);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Enum.class::cast)
                    .filter(constant -> constant.name().equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no " + text));
        }
        return type == UUID.class ? UUID.fromString(text)
                : type == Instant.class ? Instant.parse(text)
                : type == LocalDate.class ? LocalDate.parse(text)
                : type == LocalDateTime.class ? LocalDateTime.parse(text) : text;
    }

    private static Object number(Class<?> type, Number number) {
        return type == int.class || type == Integer.class ? (Object) number.intValue()
                : type == long.class || type == Long.class ? (Object) number.longValue()
                : type == double.class || type == Double.class ? (Object) number.doubleValue()
                : type == float.class || type == Float.class ? (Object) number.floatValue()
                : type == java.math.BigDecimal.class ? new java.math.BigDecimal(number.toString()) : number;
    }
}
