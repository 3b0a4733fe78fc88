package org.pergola.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.LearnableRef.State;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Push;

/** One course for who makes it: what is in it, who is in it, and what people read about it. */
@ViewInfo(area = Area.ADMIN, path = "courses/{id}", title = "courses.edit.title", icon = "book-open",
        permission = "courses.course.see", parent = "courses", menu = false)
@Component(scope = ServiceScope.PROTOTYPE)
public final class CourseEditor implements View {

    private static final String PEOPLE = "people";
    private static final String ABOUT = "about";

    @Reference
    private Courses courses;
    @Reference
    private Enrolments enrolments;
    @Reference
    private OutlineEditor outline;
    @Reference
    private LearnersList learners;

    @Override
    public void show(Page page) {
        Course course = courses.find(page.id("id"))
                .orElseThrow(() -> Refused.missing(Text.of("courses.course.missing")));
        String tab = page.query("tab").orElse("");
        page.crumb(Text.of("courses.admin.title"), "courses").title(Text.plain(course.title()));
        Div state = Look.state(page, course.state(), course.binned().isPresent()).div("pg-state-line");
        Optional<LearnersList.Shown> people = tab.equals(PEOPLE) ? Optional.of(learners.of(page, course))
                : Optional.empty();
        if (page.may(Courses.MANAGE)) {
            actions(page, course);
        }
        if (course.published()) {
            learners.enrol(page, course, people.map(LearnersList.Shown::again).orElse(() -> { }))
                    .ifPresent(page::actions);
        }
        page.add(state, tabs(page, course, tab));
        switch (tab) {
            case PEOPLE -> page.add(people.orElseThrow().component());
            case ABOUT -> page.add(about(page, course));
            default -> page.add(outline.of(page, course));
        }
    }

    private void actions(Page page, Course course) {
        page.actions(Go.button("/courses/" + course.id(), "eye", page.words("courses.edit.view"), ""));
        if (course.binned().isPresent()) {
            page.actions(Push.primary("undo-2", page.words("courses.edit.restore"), () -> {
                courses.restore(course.id());
                page.reload();
            }));
            return;
        }
        page.actions(Push.icon("trash-2", page.words("courses.edit.bin"), () -> askToBin(page, course)));
        if (course.state() == State.PUBLISHED) {
            page.actions(Push.quiet("eye-off", page.words("courses.edit.unpublish"),
                    () -> state(page, course, State.DRAFT)));
        } else {
            page.actions(Push.primary("send", page.words("courses.edit.publish"),
                    () -> state(page, course, State.PUBLISHED)));
        }
    }

    private void state(Page page, Course course, State state) {
        courses.change(course.id(), new Courses.Change(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(state)), Optional.empty());
        page.reload();
    }

    private void askToBin(Page page, Course course) {
        page.confirm(Confirm.of(Text.of("courses.edit.bin.ask", course.title()))
                .touches("users", "info", page.words("courses.edit.bin.touches", enrolments.countOf(course.id())),
                        page.words("courses.edit.bin.touches.note"))
                .no(Text.of("courses.edit.keep"))
                .yes(Text.of("courses.edit.bin"), () -> {
                    courses.bin(course.id(), Optional.empty());
                    page.navigate("courses");
                }));
    }

    private static Nav tabs(Page page, Course course, String current) {
        Nav tabs = new Nav();
        tabs.addClassName("pg-tabs");
        tabs.getElement().setAttribute("aria-label", course.title());
        String path = "courses/" + course.id();
        tab(page, tabs, path, "courses.edit.tab.content", current.isEmpty());
        tab(page, tabs, path + "?tab=" + PEOPLE, "courses.edit.tab.people", current.equals(PEOPLE));
        tab(page, tabs, path + "?tab=" + ABOUT, "courses.edit.tab.about", current.equals(ABOUT));
        return tabs;
    }

    private static void tab(Page page, Nav tabs, String path, String words, boolean current) {
        Go go = Go.to(page.href(path), page.words(words));
        if (current) {
            go.getElement().setAttribute("aria-current", "page");
        }
        tabs.add(go);
    }

    private Form about(Page page, Course course) {
        Form form = page.form();
        form.section(page.words("courses.edit.about"), page.words("courses.edit.about.purpose"));
        form.text("title", page.words("courses.edit.field.title")).value(course.title())
                .required(page.words("courses.title.missing"));
        form.area("summary", page.words("courses.edit.field.summary")).value(course.summary())
                .help(page.words("courses.edit.field.summary.help"));
        form.area("description", page.words("courses.edit.field.description")).value(course.description());
        form.onSave(page.words("courses.edit.save"), values -> {
            courses.change(course.id(), new Courses.Change(Optional.of(values.string("title")),
                    Optional.of(values.string("summary")), Optional.of(values.string("description")),
                    Optional.empty()), Optional.of(course.version()));
            page.notify(Text.of("courses.edit.saved"));
            page.reload();
        });
        return form;
    }
}
