package org.pergola.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.learning.api.Enrolments;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Cover;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Ring;

/** What a course is, where one stands in it, and one press back into it. */
@ViewInfo(area = Area.PORTAL, path = "courses/{id}", title = "courses.page.title", icon = "book-open",
        permission = "learning.catalogue.see", parent = "catalogue", menu = false)
@Component(scope = ServiceScope.PROTOTYPE)
public final class CoursePage implements View {

    @Reference
    private Courses courses;
    @Reference
    private Enrolments enrolments;
    @Reference
    private Look look;

    @Override
    public void show(Page page) {
        Course course = courses.find(page.id("id"))
                .orElseThrow(() -> Refused.missing(Text.of("courses.course.missing")));
        Standing standing = Standing.of(enrolments, course, page.person());
        page.crumb(Text.of("learning.catalogue.title"), "catalogue").window(Text.plain(course.title()));
        Div main = new Div();
        if (!course.description().isBlank()) {
            main.add(Block.of(page.words("courses.page.about"), description(course)));
        }
        main.add(outline(page, standing));
        Div side = new Div(standingCard(page, standing), people(page, course));
        Div columns = new Div(main, side);
        columns.addClassName("pg-two-columns");
        page.add(hero(page, course), columns);
    }

    private static Div hero(Page page, Course course) {
        Div facts = Markup.element("span", "pg-hero-fact", Markup.icon("layers"),
                        Markup.text(page.words("courses.page.sections", course.sections().size())))
                .plus(Markup.element("span", "pg-hero-fact", Markup.icon("list-checks"),
                        Markup.text(page.words("courses.page.activities", course.activities().size()))))
                .div("pg-hero-facts");
        Div hero = Cover.hero(Look.seed(course.seed()));
        Div words = (Div) hero.getComponentAt(1);
        if (!course.published()) {
            words.add(Markup.icon("pencil").plus(Markup.text(page.words("courses.page.draft"))).div("pg-eyebrow"));
        }
        words.add(new H1(course.title()));
        if (!course.summary().isBlank()) {
            words.add(new Paragraph(course.summary()));
        }
        words.add(facts);
        hero.addClassName("pg-hero-head");
        return hero;
    }

    private static Div description(Course course) {
        Div text = new Div();
        text.addClassName("pg-prose");
        for (String paragraph : course.description().split("\\R{2,}")) {
            text.add(new Paragraph(paragraph.strip()));
        }
        return text;
    }

    private Block outline(Page page, Standing standing) {
        Course course = standing.course();
        Block block = Block.of(page.words("courses.page.outline"));
        if (course.activities().isEmpty()) {
            block.add(Markup.quiet(page.words("courses.page.empty")).div("pg-card pg-padded"));
            return block;
        }
        if (standing.enrolment().isPresent()) {
            block.beside(Markup.quiet(page.words("courses.page.done", standing.done(course.activities()),
                    course.activities().size())).span());
        }
        block.add(new OutlineCard(page, look, standing));
        return block;
    }

    private Div standingCard(Page page, Standing standing) {
        Div card = new Div();
        card.addClassNames("pg-card", "pg-padded", "pg-standing");
        Optional<Enrolment> enrolment = standing.enrolment().filter(one -> one.status() != Status.WITHDRAWN);
        enrolment.ifPresent(one -> card.add(Ring.of(one.progress(), page.words("courses.percent", one.progress()),
                page.words("courses.page.progress", one.progress())).plus(Markup.element("div", "pg-two",
                Look.enrolment(page, one), Markup.quiet(second(page, one)))).div("pg-standing-head")));
        Div actions = new Div();
        actions.addClassNames("pg-actions", "pg-main-action");
        if (enrolment.isEmpty()) {
            enrol(page, standing, actions, "courses.page.enrol");
        } else if (!standing.open()) {
            card.add(new Paragraph(page.words("courses.page.suspended")));
        } else {
            boolean completed = enrolment.get().status() == Status.COMPLETED;
            String words = completed ? "courses.page.again" : enrolment.get().started().isPresent()
                    ? "courses.page.continue" : "courses.page.begin";
            standing.next().ifPresent(next -> actions.add(Go.button(page.href(Look.playPath(standing.course(), next)),
                    "play", page.words(words), "primary")));
            if (completed) {
                enrol(page, standing, actions, "courses.page.again_cycle");
            }
        }
        if (actions.getElement().getChildCount() > 0) {
            card.add(actions);
        }
        if (page.may(Courses.MANAGE)) {
            card.add(Go.button(page.href("/admin/courses/" + standing.course().id()), "pencil",
                    page.words("courses.page.manage"), ""));
        }
        return card;
    }

    private static String second(Page page, Enrolment enrolment) {
        String when = enrolment.completed().map(page::when).or(() -> enrolment.lastSeen().map(page::when)).orElse("");
        return enrolment.score().isEmpty() ? when : (when.isEmpty() ? "" : when + " · ")
                + page.words("courses.page.score", enrolment.score().getAsDouble());
    }

    private void enrol(Page page, Standing standing, Div actions, String words) {
        Course course = standing.course();
        if (!course.published() || !page.may("learning.enrolment.self")) {
            return;
        }
        UUID me = page.person();
        Runnable enrol = () -> {
            if (page.attempt(() -> enrolments.enrol(course.id(), me, Enrolments.Source.SELF))) {
                course.activities().stream().findFirst().ifPresentOrElse(
                        first -> page.navigate(Look.playPath(course, first)), page::reload);
            }
        };
        actions.add(standing.enrolment().isEmpty() ? Push.primary("play", page.words(words), enrol)
                : Push.quiet("rotate-ccw", page.words(words), enrol));
    }

    private Block people(Page page, Course course) {
        return Block.card(page.words("courses.page.people"), Markup.quiet(page.words("courses.page.learners",
                enrolments.countOf(course.id()))).div("pg-small"));
    }
}
