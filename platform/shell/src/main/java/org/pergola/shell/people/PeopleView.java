package org.pergola.shell.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.people.OrgUnits;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.Slots;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.list.ListView;
import org.pergola.ui.list.Slice;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Facts;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Status;

/** People: a list, and a person's details beside it. */
@ViewInfo(area = Area.ADMIN, path = "people", title = "shell.people.title", icon = "users",
        permission = "kernel.user.see", section = ViewInfo.PEOPLE, order = 100)
@org.osgi.service.component.annotations.Component(scope = ServiceScope.PROTOTYPE)
public final class PeopleView implements View {
    private final People people;
    private final OrgUnits units;
    private final PersonForms forms;
    private final GrantPanel grants;
    private final Map<UUID, String> unitNames = new LinkedHashMap<>();
    private Optional<ListView<Person>> list = Optional.empty();

    @Activate
    public PeopleView(@Reference People people, @Reference OrgUnits units, @Reference PersonForms forms,
            @Reference GrantPanel grants) {
        this.people = people;
        this.units = units;
        this.forms = forms;
        this.grants = grants;
    }

    @Override
    public void show(Page page) {
        if (page.may("kernel.unit.see")) {
            units.list().forEach(unit -> unitNames.put(unit.id(), unit.name()));
        }
        page.title(Text.of("shell.people.title"));
        count(page);
        if (page.may("kernel.user.manage")) {
            page.actions(Push.primary("user-plus", page.words("shell.people.add"),
                    () -> forms.create(page, unitNames, added -> {
                        count(page);
                        list.ifPresent(ListView::refresh);
                        open(page, added);
                    })));
        }
        ListView<Person> rows = page.<Person>list().label(page.words("shell.people.title")).key(Person::id)
                .search(page.words("shell.people.search"))
                .column(page.words("shell.people.person"), 4, person -> Markup.led(
                        Markup.avatar(person.name(), Optional.empty()), person.name(), person.email()))
                .column(page.words("shell.people.unit"), 3, person -> Markup.text(unit(person)))
                .column(page.words("shell.people.status"), 2, person -> status(page, person))
                .column(page.words("shell.people.seen"), 2, person -> Markup.quiet(seen(page, person)))
                .pages((ask, cursor) -> {
                    var found = people.list(new People.ListRequest(ask.search(), ask.limit(), cursor, Optional.empty()));
                    return new Slice<>(found.items(), found.next());
                })
                .beside(person -> detail(page, person))
                .empty(EmptyState.of(page.words("shell.people.empty.title"), page.words("shell.people.empty")))
                .nothingFound(EmptyState.small("search-x", page.words("shell.people.none")));
        list = Optional.of(rows);
        page.add(rows);
        page.query("person").map(UUID::fromString).flatMap(people::find).ifPresent(person -> open(page, person));
    }

    private void count(Page page) {
        page.lede(Text.of("shell.people.lede", people.count(People.ListRequest.first(1)), unitNames.size()));
    }

    private void open(Page page, Person person) {
        list.ifPresent(rows -> rows.open(person));
        page.replace("person", person.id().toString());
    }

    private Component detail(Page page, Person person) {
        Div head = Markup.element("span", "pg-person-head", Markup.avatar(person.name(), Optional.empty()),
                Markup.element("span", "pg-two", Markup.element("h2", "", Markup.text(person.name())),
                        Markup.quiet(unit(person)))).div("pg-detail-head");
        Div detail = new Div(head);
        detail.addClassName("pg-detail");
        if (page.may("kernel.user.manage")) {
            detail.add(actions(page, person));
        }
        detail.add(new Facts().fact(page.words("shell.people.username"), person.username())
                .fact(page.words("shell.people.email"), email(person).span())
                .fact(page.words("shell.people.status"), status(page, person).span())
                .fact(page.words("shell.people.seen"), seen(page, person))
                .fact(page.words("shell.people.since"), page.when(person.created())));
        if (page.may("kernel.role.see")) {
            H2 heading = new H2(page.words("shell.people.roles"));
            heading.addClassName("pg-h3");
            detail.add(heading, grants.of(page, person, unitNames));
        }
        detail.add(page.slot(Slots.PERSON_DETAIL, person));
        return detail;
    }

    private Div actions(Page page, Person person) {
        Div actions = new Div(
                Push.quiet("pencil", page.words("shell.people.edit"),
                        () -> forms.change(page, person, unitNames, changed -> again(page, person.id()))),
                Push.quiet("key-round", page.words("shell.people.password"), () -> forms.password(page, person)));
        if (person.status() == Person.Status.ACTIVE && !page.actor().person().equals(Optional.of(person.id()))) {
            actions.add(Push.quiet("user-x", page.words("shell.people.deactivate"), () -> page.confirm(
                    Confirm.of(Text.of("shell.people.deactivate.ask", person.name()))
                            .touches("log-out", "warn", page.words("shell.people.deactivate.out"),
                                    page.words("shell.people.deactivate.out.more"))
                            .touches("shield-check", "ok", page.words("shell.people.deactivate.kept"),
                                    page.words("shell.people.deactivate.kept.more"))
                            .yes(Text.of("shell.people.deactivate"), () -> {
                                people.deactivate(person.id());
                                again(page, person.id());
                            }))));
        } else if (person.status() != Person.Status.ACTIVE) {
            actions.add(Push.quiet("user-check", page.words("shell.people.activate"), () -> page.attempt(() -> {
                people.change(person.id(), new People.PersonChange(Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.of(Person.Status.ACTIVE), Optional.empty()),
                        Optional.empty());
                again(page, person.id());
            })));
        }
        actions.addClassName("pg-actions");
        return actions;
    }

    private void again(Page page, UUID id) {
        list.ifPresent(ListView::refresh);
        people.find(id).ifPresent(person -> open(page, person));
    }

    private String unit(Person person) {
        return person.orgUnitId().map(id -> unitNames.getOrDefault(id, "")).orElse("");
    }

    /** One that is too long for its line breaks before the at sign. */
    private static Markup email(Person person) {
        return Markup.trusted(Markup.escape(person.email()).replace("@", "<wbr>@"));
    }

    private static String seen(Page page, Person person) {
        return person.lastSeen().map(page::when).orElseGet(() -> page.words("shell.people.never"));
    }

    private static Markup status(Page page, Person person) {
        return switch (person.status()) {
            case ACTIVE -> Status.OK.markup(page.words("shell.people.status.active"));
            case SUSPENDED -> Status.LOOK.markup(page.words("shell.people.status.suspended"));
            case DEACTIVATED -> Status.OFF.markup(page.words("shell.people.status.deactivated"));
        };
    }
}
