package org.pergola.shell.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;
import org.pergola.ui.form.Form;
import org.pergola.ui.form.Values;
import org.pergola.ui.part.Popup;

/** The forms for a person's account, in dialogs. */
@Component(service = PersonForms.class)
public final class PersonForms {
    private final People people;

    @Activate
    public PersonForms(@Reference People people) {
        this.people = people;
    }

    void create(Page page, Map<UUID, String> units, Consumer<Person> then) {
        Popup popup = page.dialog(Text.of("shell.people.add"));
        Form form = fields(page, units, Optional.empty());
        form.password("password", page.words("shell.people.password.first"))
                .help(page.words("shell.people.password.help"));
        form.onSave(page.words("shell.people.add"), values -> {
            Person added = people.create(new People.NewPerson(values.string("username"), values.string("email"),
                    values.string("firstName"), values.string("lastName"), values.some("password"), unit(values)));
            popup.close();
            page.notify(Text.of("shell.people.added", added.name()));
            then.accept(added);
        }, popup::close);
        popup.add(form);
    }

    void change(Page page, Person person, Map<UUID, String> units, Consumer<Person> then) {
        Popup popup = page.dialog(Text.of("shell.people.edit.title", person.name()));
        Form form = fields(page, units, Optional.of(person));
        form.onSave(page.words("shell.save"), values -> {
            Person changed = people.change(person.id(), new People.PersonChange(values.some("username"),
                    values.some("email"), values.some("firstName"), values.some("lastName"), Optional.empty(),
                    unit(values)), Optional.of(person.version()));
            popup.close();
            then.accept(changed);
        }, popup::close);
        popup.add(form);
    }

    void password(Page page, Person person) {
        Popup popup = page.dialog(Text.of("shell.people.password.title", person.name()));
        Form form = page.form();
        form.password("password", page.words("shell.people.password.new"))
                .required(page.words("shell.field.needed")).help(page.words("shell.people.password.help"));
        form.onSave(page.words("shell.people.password"), values -> {
            people.setPassword(person.id(), values.string("password"));
            popup.close();
            page.notify(Text.of("shell.people.password.done", person.name()));
        }, popup::close);
        popup.add(form);
    }

    private static Form fields(Page page, Map<UUID, String> units, Optional<Person> person) {
        String needed = page.words("shell.field.needed");
        Form form = page.form();
        form.text("firstName", page.words("shell.people.first")).required(needed)
                .value(person.map(Person::firstName).orElse(""));
        form.text("lastName", page.words("shell.people.last")).required(needed)
                .value(person.map(Person::lastName).orElse(""));
        form.email("email", page.words("shell.people.email")).required(needed)
                .value(person.map(Person::email).orElse(""));
        form.text("username", page.words("shell.people.username")).required(needed)
                .value(person.map(Person::username).orElse("")).help(page.words("shell.people.username.help"));
        if (!units.isEmpty()) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("", page.words("shell.people.unit.none"));
            units.forEach((id, name) -> options.put(id.toString(), name));
            form.choice("orgUnitId", page.words("shell.people.unit"), options)
                    .value(person.flatMap(Person::orgUnitId).map(UUID::toString).orElse(""));
        }
        return form;
    }

    private static Optional<UUID> unit(Values values) {
        return values.some("orgUnitId").map(UUID::fromString);
    }
}
