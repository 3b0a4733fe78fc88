package org.pergola.ui.form;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.pergola.ui.part.Markup;

/** One field of a {@link Form}. @since 0.1 */
public final class Field {
    private final String name;
    private final String label;
    private final AbstractField<?, ?> input;
    private final Div row = new Div();
    private Object initial;
    private boolean required;
    private String requiredWords = "";

    Field(String name, String label, AbstractField<?, ?> input) {
        this.name = name;
        this.label = label;
        this.input = input;
        this.initial = input.getValue();
        row.addClassName("pg-field");
        row.add(input);
    }

    /** What it starts with. */
    public Field value(Object value) {
        initial = value;
        set(input, value);
        initial = input.getValue();
        return this;
    }

    public Field required(String words) {
        required = true;
        requiredWords = words;
        if (input instanceof HasValue<?, ?> field) {
            field.setRequiredIndicatorVisible(true);
        }
        return this;
    }

    /** A line below the field. */
    public Field help(String words) {
        if (!words.isBlank() && input instanceof HasHelper helper) {
            helper.setHelperText(words);
        }
        return this;
    }

    /** Not this person's to change, and why: "Set by file". */
    public Field locked(String why) {
        input.setReadOnly(true);
        row.addClassName("pg-locked");
        row.add(Markup.element("span", "pg-pill pg-muted", Markup.icon("lock"),
                Markup.element("span", "", Markup.text(why))).span());
        return this;
    }

    public Field width(int pixels) {
        ((com.vaadin.flow.component.HasSize) input).setWidth(pixels + "px");
        return this;
    }

    public Component input() {
        return input;
    }

    Div row() {
        return row;
    }

    String name() {
        return name;
    }

    String label() {
        return label;
    }

    Optional<Object> value() {
        return Optional.ofNullable(input.getValue());
    }

    boolean changed() {
        return !input.isReadOnly() && !java.util.Objects.equals(initial, input.getValue());
    }

    void kept() {
        initial = input.getValue();
    }

    void reset() {
        set(input, initial);
        error("");
    }

    /** @return whether something is missing */
    boolean missing() {
        boolean missing = required && input.isEmpty();
        if (missing) {
            error(requiredWords);
        }
        return missing;
    }

    void error(String words) {
        if (input instanceof HasValidation validation) {
            validation.setErrorMessage(words);
            validation.setInvalid(!words.isEmpty());
        }
    }

    boolean invalid() {
        return input instanceof HasValidation validation && validation.isInvalid();
    }

    void focus() {
        if (input instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }

    @SuppressWarnings("unchecked")
    private static void set(AbstractField<?, ?> input, Object value) {
        ((AbstractField<?, Object>) input).setValue(value);
    }
}
