package org.pergola.ui.form;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pergola.api.error.Refused;
import org.pergola.ui.Page;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Status;
import org.pergola.ui.part.Toast;

/**
 * A form. Fields are named as the service names them, so that a {@link Refused} with a field is shown beside it. Made
 * by {@link Page#form}, filled, given {@link #onSave}, and added to a page or a dialog.
 *
 * @since 0.1
 */
public final class Form extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Page page;
    private final transient Map<String, Field> fields = new LinkedHashMap<>();
    private final Div sections = new Div();
    private final Div bar = new Div();
    private final Span state = new Span();
    private Div fieldsOfSection = new Div();
    private Button save = new Button();
    private transient Consumer<Values> saving = values -> {
    };

    public Form(Page page) {
        this.page = page;
        addClassName("pg-form");
        bar.addClassName("pg-form-bar");
        state.addClassName("pg-form-state");
        state.getElement().setAttribute("role", "status");
        fieldsOfSection.addClassName("pg-form-fields");
        sections.add(fieldsOfSection);
        add(sections, bar);
        bar.setVisible(false);
    }

    /** Begins a section: its name and purpose at the left, the fields that follow at the right. */
    public Form section(String name, String purpose) {
        Div head = new Div(new H2(name));
        if (!purpose.isBlank()) {
            Paragraph words = new Paragraph(purpose);
            words.addClassNames("pg-quiet", "pg-small");
            head.add(words);
        }
        fieldsOfSection = new Div();
        fieldsOfSection.addClassName("pg-form-fields");
        Div section = new Div(head, fieldsOfSection);
        section.addClassName("pg-form-section");
        sections.add(section);
        return this;
    }

    public Field text(String name, String label) {
        return field(name, label, new TextField(label), 360);
    }

    public Field email(String name, String label) {
        return field(name, label, new EmailField(label), 360);
    }

    public Field password(String name, String label) {
        PasswordField field = new PasswordField(label);
        field.getElement().setAttribute("autocomplete", "new-password");
        return field(name, label, field, 360);
    }

    public Field area(String name, String label) {
        TextArea area = new TextArea(label);
        area.setMinRows(4);
        return field(name, label, area, 520);
    }

    public Field number(String name, String label) {
        return field(name, label, new NumberField(label), 240);
    }

    public Field date(String name, String label) {
        return field(name, label, new DatePicker(label), 240);
    }

    /** @param options value to words, in the order shown */
    public Field choice(String name, String label, Map<String, String> options) {
        Map<String, String> words = new LinkedHashMap<>(options);
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setItems(words.keySet());
        select.setItemLabelGenerator(value -> words.getOrDefault(value, value));
        return field(name, label, select, 360);
    }

    /** On or off. */
    public Field toggle(String name, String label) {
        Checkbox box = new Checkbox(label);
        box.getElement().getThemeList().add("switch");
        return field(name, label, box, 0);
    }

    /** One of several that are all on or off. */
    public Field check(String name, String label) {
        return field(name, label, new Checkbox(label), 0);
    }

    /** Something between the fields. */
    public Form put(Component component) {
        fieldsOfSection.add(component);
        return this;
    }

    /** What saves; says {@code words} on its button. After it the form counts as unchanged. */
    public Form onSave(String words, Consumer<Values> action) {
        return onSave(words, action, Optional.empty());
    }

    /** As {@link #onSave(String, Consumer)}, with a button that gives up. */
    public Form onSave(String words, Consumer<Values> action, Runnable cancel) {
        return onSave(words, action, Optional.of(cancel));
    }

    private Form onSave(String words, Consumer<Values> action, Optional<Runnable> cancel) {
        saving = action;
        save = Push.primary(words, this::save);
        bar.removeAll();
        bar.add(state);
        bar.add(Push.plain(page.words(cancel.isPresent() ? "ui.form.cancel" : "ui.form.discard"),
                cancel.orElse(this::discard)), save);
        bar.setVisible(true);
        return this;
    }

    public Values values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> field.value().ifPresent(value -> values.put(name, value)));
        return new Values(values);
    }

    /** Only what differs from the start. */
    public Values changed() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            if (field.changed()) {
                values.put(name, field.value().orElse(""));
            }
        });
        return new Values(values);
    }

    /** Shows the words beside the field, or as a notification where there is no such field. */
    public void refuse(Refused refused) {
        String words = page.words(refused.text());
        Optional<Field> field = refused.field().map(fields::get);
        if (field.isPresent()) {
            field.get().error(words);
            field.get().focus();
        } else {
            Toast.refused(page, words);
        }
        tell();
    }

    private void save() {
        fields.values().forEach(field -> field.error(""));
        Optional<Field> first = fields.values().stream().filter(Field::missing).toList().stream().findFirst();
        if (first.isPresent()) {
            first.get().focus();
            tell();
            return;
        }
        try {
            saving.accept(values());
            fields.values().forEach(Field::kept);
            tell();
        } catch (Refused refused) {
            refuse(refused);
        }
    }

    private void discard() {
        fields.values().forEach(Field::reset);
        tell();
    }

    private void tell() {
        long wrong = fields.values().stream().filter(Field::invalid).count();
        String changes = fields.values().stream().filter(Field::changed).map(Field::label)
                .collect(Collectors.joining(", "));
        state.removeAll();
        if (wrong > 0) {
            state.add(Status.LOOK.of(page.words("ui.form.wrong", wrong)));
        } else if (!changes.isEmpty()) {
            state.setText(page.words("ui.form.changed", changes));
        }
    }

    private Field field(String name, String label, AbstractField<?, ?> input, int width) {
        if (fields.containsKey(name)) {
            throw new IllegalArgumentException("The form has a field \"" + name + "\" already.");
        }
        Field field = new Field(name, label, input);
        if (input instanceof HasSize && width > 0) {
            field.width(width);
        }
        input.getElement().setProperty("manualValidation", true);
        input.addValueChangeListener(change -> {
            field.error("");
            tell();
        });
        fields.put(name, field);
        fieldsOfSection.add(field.row());
        return field;
    }
}
