package org.pergola.courses.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.courses.Packages;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.LearnableRef.State;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Form;
import org.pergola.ui.list.Ask;
import org.pergola.ui.list.ListView;
import org.pergola.ui.list.Slice;
import org.pergola.ui.part.Cover;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;

/** All courses, and the two ways to make one. */
@ViewInfo(area = Area.ADMIN, path = "courses", title = "courses.menu", icon = "book-open",
        permission = "courses.course.see", section = ViewInfo.LEARNING, order = 100)
@Component(scope = ServiceScope.PROTOTYPE)
public final class CoursesAdmin implements View {

    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";
    private static final String BIN = "bin";

    @Reference
    private Courses courses;
    @Reference
    private Packages packages;
    @Reference
    private Enrolments enrolments;

    /** A course with the number of people in it. */
    private record Row(Course.Row course, long learners) {
    }

    @Override
    public void show(Page page) {
        page.title(Text.of("courses.admin.title")).lede(Text.of("courses.admin.lede", courses.count(all())));
        if (page.may(Courses.MANAGE)) {
            page.actions(Push.quiet("upload", page.words("courses.admin.import"), () -> askForPackage(page)),
                    Push.primary("plus", page.words("courses.admin.new"), () -> askForTitle(page)));
        }
        page.add(list(page));
    }

    private ListView<Row> list(Page page) {
        ListView<Row> list = page.<Row>list().label(page.words("courses.admin.title"))
                .key(row -> row.course().id()).search(page.words("courses.admin.search"))
                .view("", page.words("courses.admin.all"), count(all()))
                .view(DRAFT, page.words("courses.admin.drafts"), count(query("", DRAFT, Optional.empty())))
                .view(PUBLISHED, page.words("courses.admin.published"), count(query("", PUBLISHED, Optional.empty())))
                .view(BIN, page.words("courses.admin.bin"), count(query("", BIN, Optional.empty())))
                .column(page.words("courses.admin.column.course"), 3, row -> Markup.led(
                        Cover.thumb(Look.seed(row.course().seed())), row.course().title(), row.course().summary()))
                .column(page.words("courses.admin.column.activities"), row -> Markup.quiet(
                        page.words("courses.page.activities", row.course().activities())))
                .column(page.words("courses.admin.column.learners"), row -> Markup.quiet(
                        page.words("courses.admin.learners", row.learners())))
                .column(page.words("courses.admin.column.state"), row -> Look.state(page, row.course().state(),
                        row.course().binned()))
                .column(page.words("courses.admin.column.changed"), row -> Markup.quiet(
                        page.when(row.course().changed())))
                .pages(this::slice).onOpen(row -> page.navigate("courses/" + row.course().id()))
                .nothingFound(EmptyState.small("search-x", page.words("courses.admin.nothing")));
        return list.empty(empty(page));
    }

    private Slice<Row> slice(Ask ask, Optional<String> cursor) {
        List<Course.Row> rows = courses.list(query(ask.search(), ask.view(), cursor.map(UUID::fromString)),
                ask.limit() + 1);
        List<Course.Row> shown = rows.size() > ask.limit() ? rows.subList(0, ask.limit()) : rows;
        Map<UUID, Long> learners = enrolments.countsOf(shown.stream().map(Course.Row::id).toList());
        return new Slice<>(shown.stream().map(row -> new Row(row, learners.getOrDefault(row.id(), 0L))).toList(),
                rows.size() > ask.limit() ? Optional.of(shown.getLast().id().toString()) : Optional.empty());
    }

    private static Courses.Query all() {
        return Courses.Query.all("");
    }

    private static Courses.Query query(String words, String view, Optional<UUID> after) {
        Optional<State> state = switch (view) {
            case DRAFT -> Optional.of(State.DRAFT);
            case PUBLISHED -> Optional.of(State.PUBLISHED);
            default -> Optional.empty();
        };
        return new Courses.Query(words, state, view.equals(BIN), after);
    }

    private String count(Courses.Query query) {
        return Long.toString(courses.count(query));
    }

    private EmptyState empty(Page page) {
        EmptyState empty = EmptyState.of(page.words("courses.admin.empty.title"),
                page.words("courses.admin.empty.purpose")).steps(page.words("courses.admin.empty.step1"),
                page.words("courses.admin.empty.step2"), page.words("courses.admin.empty.step3"))
                .note(page.words("courses.admin.empty.note"));
        return page.may(Courses.MANAGE) ? empty.ways(
                Push.quiet("upload", page.words("courses.admin.import"), () -> askForPackage(page)),
                Push.quiet("plus", page.words("courses.admin.new"), () -> askForTitle(page))) : empty;
    }

    private void askForTitle(Page page) {
        Popup popup = page.dialog(Text.of("courses.admin.new"));
        Form form = page.form();
        form.text("title", page.words("courses.edit.field.title")).required(page.words("courses.title.missing"));
        form.onSave(page.words("courses.admin.new"), values -> {
            Course course = courses.create(values.string("title"), State.DRAFT);
            popup.close();
            page.navigate("courses/" + course.id());
        }, popup::close);
        popup.add(form);
    }

    private void askForPackage(Page page) {
        Popup popup = page.dialog(Text.of("courses.admin.import"), new Paragraph(
                page.words("courses.admin.import.help")));
        popup.add(page.<Course>upload(".zip", Packages.LIMIT_MEBIBYTES * 1024L * 1024L, packages::importCourse,
                course -> {
                    popup.close();
                    page.notify(Text.of("courses.edit.imported", course.title()));
                    page.navigate("courses/" + course.id());
                }));
    }
}
