package org.pergola.kernel.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.metatype.AttributeDefinition;
import org.pergola.api.error.Refused;
import org.pergola.api.settings.Settings;
import org.pergola.api.text.Text;

/**
 * One setting as Metatype describes it, and what its values must be.
 *
 * @param whole whether it is a number without a fraction
 */
record Definition(String key, String name, String help, Settings.Kind kind, boolean whole, boolean required,
        Map<String, String> options, String defaultValue, Optional<Double> min, Optional<Double> max) {

    static Definition of(AttributeDefinition attribute, boolean required, Limits limits) {
        return new Definition(attribute.getID(), Optional.ofNullable(attribute.getName()).orElse(attribute.getID()),
                Optional.ofNullable(attribute.getDescription()).orElse(""), kind(attribute), whole(attribute),
                required, options(attribute), first(attribute.getDefaultValue()), limits.min(), limits.max());
    }

    /** What Metatype's interface does not tell. */
    record Limits(Optional<Double> min, Optional<Double> max) {

        static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
    }

    private static Settings.Kind kind(AttributeDefinition attribute) {
        String[] options = attribute.getOptionValues();
        if (options != null && options.length > 0) {
            return Settings.Kind.CHOICE;
        }
        return switch (attribute.getType()) {
            case AttributeDefinition.BOOLEAN -> Settings.Kind.BOOLEAN;
            case AttributeDefinition.PASSWORD -> Settings.Kind.PASSWORD;
            case AttributeDefinition.BYTE, AttributeDefinition.SHORT, AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG, AttributeDefinition.FLOAT, AttributeDefinition.DOUBLE ->
                Settings.Kind.NUMBER;
            default -> Settings.Kind.STRING;
        };
    }

    private static boolean whole(AttributeDefinition attribute) {
        return attribute.getType() != AttributeDefinition.FLOAT && attribute.getType() != AttributeDefinition.DOUBLE;
    }

    private static Map<String, String> options(AttributeDefinition attribute) {
        Map<String, String> options = new LinkedHashMap<>();
        String[] values = attribute.getOptionValues();
        String[] labels = attribute.getOptionLabels();
        for (int i = 0; values != null && i < values.length; i++) {
            options.put(values[i], labels != null && i < labels.length ? labels[i] : values[i]);
        }
        return options;
    }

    private static String first(String[] values) {
        return values == null || values.length == 0 ? "" : values[0];
    }

    boolean secret() {
        return kind == Settings.Kind.PASSWORD;
    }

    /** The value as it is stored. @throws Refused at this setting */
    String checked(String given) {
        String value = given == null ? "" : secret() ? given : given.strip();
        if (value.isEmpty()) {
            if (required && kind != Settings.Kind.STRING || required && defaultValue.isEmpty()) {
                throw wrong(Text.of("kernel.field.missing"));
            }
            return value;
        }
        switch (kind) {
            case NUMBER -> number(value);
            case BOOLEAN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw wrong(Text.of("kernel.settings.boolean"));
                }
            }
            case CHOICE -> {
                if (!options.containsKey(value)) {
                    throw wrong(Text.of("kernel.settings.choice", value));
                }
            }
            case STRING, PASSWORD -> { }
        }
        return value;
    }

    private void number(String value) {
        double number;
        try {
            number = whole ? Long.parseLong(value) : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw wrong(Text.of(whole ? "kernel.settings.whole" : "kernel.settings.number")).because(e);
        }
        if (min.isPresent() && number < min.get()) {
            throw wrong(Text.of("kernel.settings.min", min.get()));
        }
        if (max.isPresent() && number > max.get()) {
            throw wrong(Text.of("kernel.settings.max", max.get()));
        }
    }

    private Refused wrong(Text text) {
        return Refused.invalid(key, text);
    }

    Settings.Field field(Optional<String> value, Optional<String> file) {
        return new Settings.Field(key, name, help, kind, options, defaultValue, min, max,
                secret() ? Optional.empty() : value, file);
    }
}
