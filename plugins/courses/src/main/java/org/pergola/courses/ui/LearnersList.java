package org.pergola.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.people.PersonRef;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;
import org.pergola.ui.Page;
import org.pergola.ui.list.Ask;
import org.pergola.ui.list.ListView;
import org.pergola.ui.list.Slice;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Facts;
import org.pergola.ui.part.Icon;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Rows;

/** Who is in a course and how far they are; enrolling and withdrawing. Builds components, keeps none. */
@org.osgi.service.component.annotations.Component(service = LearnersList.class)
public final class LearnersList {

    private static final String SEE = "learning.enrolment.see";
    private static final String MANAGE = "learning.enrolment.manage";
    private static final int FOUND = 8;

    private final Enrolments enrolments;
    private final People people;
    private final Look look;

    @Activate
    public LearnersList(@Reference Enrolments enrolments, @Reference People people, @Reference Look look) {
        this.enrolments = enrolments;
        this.people = people;
        this.look = look;
    }

    private record Row(Enrolment enrolment, PersonRef person) {
    }

    /** @param again reads the list anew */
    record Shown(Component component, Runnable again) {
    }

    Shown of(Page page, Course course) {
        if (!page.may(SEE)) {
            return new Shown(EmptyState.small("lock", page.words("courses.edit.people.forbidden")), () -> { });
        }
        ListView<Row> list = list(page, course);
        return new Shown(list, list::refresh);
    }

    /** The button that a published course waits for; empty for who may not enrol. @param then after each person */
    Optional<Component> enrol(Page page, Course course, Runnable then) {
        return page.may(MANAGE) ? Optional.of(Push.primary("user-plus", page.words("courses.edit.enrol"),
                () -> askForPeople(page, course, then))) : Optional.empty();
    }

    private ListView<Row> list(Page page, Course course) {
        return page.<Row>list().label(page.words("courses.edit.tab.people")).key(row -> row.enrolment().id())
                .column(page.words("courses.edit.people.person"), 2, row -> Markup.led(
                        Markup.avatar(row.person().name(), row.person().avatar()), row.person().name(),
                        row.enrolment().cycle() == 1 ? ""
                                : page.words("courses.edit.people.cycle", row.enrolment().cycle())))
                .column(page.words("courses.edit.people.progress"), row -> Markup.progress(
                        row.enrolment().progress(), page.words("courses.percent", row.enrolment().progress())))
                .column(page.words("courses.edit.people.status"), row -> Look.enrolment(page, row.enrolment()))
                .column(page.words("courses.edit.people.score"), row -> Markup.quiet(score(page, row.enrolment())))
                .column(page.words("courses.edit.people.seen"), row -> Markup.quiet(row.enrolment().lastSeen()
                        .map(page::when).orElse(page.words("courses.edit.people.never"))))
                .pages((ask, cursor) -> slice(course, ask, cursor)).beside(row -> details(page, course, row))
                .empty(EmptyState.small("users", page.words("courses.edit.people.empty")));
    }

    private Slice<Row> slice(Course course, Ask ask, Optional<String> cursor) {
        List<Enrolment> found = enrolments.of(course.id(), cursor.map(UUID::fromString), ask.limit() + 1);
        List<Enrolment> shown = found.size() > ask.limit() ? found.subList(0, ask.limit()) : found;
        Map<UUID, PersonRef> names = people.refs(shown.stream().map(Enrolment::userId).collect(Collectors.toSet()));
        return new Slice<>(shown.stream().map(one -> new Row(one, names.getOrDefault(one.userId(),
                new PersonRef(one.userId(), "–", Optional.empty())))).toList(),
                found.size() > ask.limit() ? Optional.of(shown.getLast().id().toString()) : Optional.empty());
    }

    private Component details(Page page, Course course, Row row) {
        Enrolment enrolment = row.enrolment();
        Map<UUID, ActivityResult> results = enrolments.results(enrolment.id());
        Rows rows = new Rows();
        course.activities().forEach(activity -> rows.row(Markup.tile(look.icon(activity.type()), "muted"),
                Markup.strong(activity.title()), Look.result(page, Optional.ofNullable(results.get(activity.id())))
                        .plus(Markup.quiet(scored(page, results.get(activity.id()))))));
        Facts facts = new Facts().fact(page.words("courses.edit.people.enrolled"), page.when(enrolment.enrolled()));
        enrolment.completed().ifPresent(when -> facts.fact(page.words("courses.edit.people.completed"),
                page.when(when)));
        Block block = Block.of(row.person().name(), Markup.progress(enrolment.progress(), page.words(
                "courses.page.done", results.values().stream().filter(ActivityResult::done).count(),
                course.activities().size())).div("pg-small"), facts, rows);
        if (page.may(MANAGE) && (enrolment.status() == Enrolment.Status.ACTIVE
                || enrolment.status() == Enrolment.Status.SUSPENDED)) {
            block.add(Push.quiet("user-minus", page.words("courses.edit.people.withdraw"),
                    () -> askToWithdraw(page, row)));
        }
        return block;
    }

    private void askToWithdraw(Page page, Row row) {
        page.confirm(Confirm.of(Text.of("courses.edit.people.withdraw.ask", row.person().name()))
                .touches("archive", "info", row.person().name(), page.words("courses.edit.people.withdraw.note"))
                .no(Text.of("courses.edit.keep"))
                .yes(Text.of("courses.edit.people.withdraw"), () -> {
                    enrolments.withdraw(row.enrolment().id(), Optional.empty());
                    page.reload();
                }));
    }

    private void askForPeople(Page page, Course course, Runnable then) {
        Popup popup = page.dialog(Text.of("courses.edit.enrol"));
        Div found = new Div();
        TextField search = new TextField(page.words("courses.edit.enrol.search"));
        search.setPrefixComponent(Icon.of("search"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidthFull();
        search.addValueChangeListener(change -> offer(page, course, then, found, change.getValue()));
        popup.add(search, found);
        offer(page, course, then, found, "");
    }

    private void offer(Page page, Course course, Runnable then, Div found, String words) {
        found.removeAll();
        List<Person> persons = people.list(new People.ListRequest(words.strip(), FOUND, Optional.empty(),
                Optional.empty())).items();
        if (persons.isEmpty()) {
            found.add(EmptyState.small("search-x", page.words("courses.edit.people.nobody")));
            return;
        }
        Set<UUID> in = persons.stream().map(Person::id).filter(id -> enrolments.current(course.id(), id)
                .filter(one -> one.status() == Enrolment.Status.ACTIVE).isPresent()).collect(Collectors.toSet());
        Rows rows = new Rows().lined();
        persons.forEach(person -> rows.row(Markup.avatar(person.name(), Optional.empty()),
                Markup.strong(person.name()), Markup.quiet(person.email()), in.contains(person.id())
                        ? Markup.quiet(page.words("courses.edit.people.in")).span()
                        : Push.quiet(page.words("courses.edit.enrol.save"), () -> {
                            if (page.attempt(() -> enrolments.enrol(course.id(), person.id(),
                                    Enrolments.Source.MANUAL))) {
                                page.notify(Text.of("courses.edit.enrol.done", person.name()));
                                then.run();
                                offer(page, course, then, found, words);
                            }
                        })));
        found.add(rows);
    }

    private static String score(Page page, Enrolment enrolment) {
        return enrolment.score().isPresent() ? page.words("courses.percent", enrolment.score().getAsDouble()) : "";
    }

    private static String scored(Page page, ActivityResult result) {
        return result == null || result.score().isEmpty() ? ""
                : " · " + page.words("courses.percent", result.score().getAsDouble());
    }
}
