package org.pergola.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.learning.api.ActivityContext;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/**
 * The frame around an activity: where one is at the left, the content in the middle, one row of controls below. What
 * plays in it comes from the plugin of the activity's type; while that is away, the stored result stands here.
 */
@ViewInfo(area = Area.PORTAL, path = "courses/{id}/play/{activity}", title = "courses.play.title", icon = "play",
        permission = "learning.enrolment.self", parent = "catalogue", menu = false)
@Component(scope = ServiceScope.PROTOTYPE)
public final class PlayerPage implements View {

    /** The slot of players: one part for each activity type. */
    static final String SLOT = "courses.activity.player";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /**
     * What plays in a frame may tell how its work is kept: {@code {pergola: "saved"}}, or another word for a trouble.
     * Only the frame in the middle is listened to. The sentence of the trouble stands in the frame itself.
     */
    private static final String LISTEN = """
            const line = this;
            const told = event => {
              if (!line.isConnected) { window.removeEventListener('message', told); return; }
              const frame = document.querySelector('.pg-player-content iframe');
              const kind = event.data && event.data.pergola;
              if (!kind || !frame || event.source !== frame.contentWindow) return;
              const trouble = ['unsaved', 'unopened', 'elsewhere', 'leave', 'refused'].includes(kind);
              if (trouble || kind === 'saved') {
                line.innerHTML = trouble ? $0 : $1;
                line.classList.toggle('pg-status', trouble);
                line.classList.toggle('pg-warn', trouble);
              }
            };
            window.addEventListener('message', told);
            """;

    @Reference
    private Courses courses;
    @Reference
    private Enrolments enrolments;
    @Reference
    private Attempts attempts;
    @Reference
    private Look look;

    private final Div outline = new Div();
    private final Div progress = new Div();
    private final Span saved = new Span();
    private Course course;
    private Course.Activity activity;
    private Standing standing;

    @Override
    public void show(Page page) {
        course = courses.find(page.id("id")).orElseThrow(() -> Refused.missing(Text.of("courses.course.missing")));
        activity = course.activity(page.id("activity"))
                .orElseThrow(() -> Refused.missing(Text.of("courses.activity.missing")));
        Div stage = new Div(heading(page), content(page));
        stage.addClassName("pg-player-stage");
        standing = Standing.of(enrolments, course, page.person());
        stage.add(controls(page));
        outline.addClassName("pg-player-outline");
        outline.getElement().setAttribute("role", "navigation");
        outline.getElement().setAttribute("aria-label", page.words("courses.play.outline"));
        Div middle = new Div(outline, stage);
        middle.addClassName("pg-player-middle");
        Div player = new Div(bar(page), middle);
        player.addClassName("pg-player");
        page.bare().window(Text.plain(activity.title())).add(player);
        saved(page, "courses.play.keeps");
        fill(page);
        if (standing.open()) {
            page.every(LOOK_AGAIN, () -> lookAgain(page));
        }
    }

    private Div bar(Page page) {
        Go back = Go.around(page.href("courses/" + course.id()), Markup.icon("arrow-left")
                .plus(Markup.element("span", "pg-player-title", Markup.text(course.title()))).span());
        back.addClassName("pg-player-back");
        back.getElement().setAttribute("title", page.words("courses.play.back"));
        progress.addClassName("pg-player-progress");
        saved.addClassName("pg-player-saved");
        saved.getElement().executeJs(LISTEN,
                Markup.icon("triangle-alert").plus(Markup.text(page.words("courses.play.unsaved"))).html(),
                Markup.icon("cloud-check").plus(Markup.text(page.words("courses.play.saved"))).html());
        Div bar = new Div(back, progress, saved, Go.button(page.href("courses/" + course.id()), "",
                page.words("courses.play.leave"), ""));
        bar.addClassName("pg-player-bar");
        return bar;
    }

    private Div heading(Page page) {
        int number = 1 + course.sections().indexOf(course.sectionOf(activity.id()).orElseThrow());
        Div heading = new Div(Markup.quiet(page.words("courses.play.section", number,
                page.words(look.typeName(activity.type())))).div("pg-small"), new H1(activity.title()));
        heading.addClassName("pg-player-heading");
        return heading;
    }

    private Div content(Page page) {
        Div content = new Div();
        content.addClassName("pg-player-content");
        try {
            Optional<Attempt> attempt = attempt(page);
            if (look.available(activity.type())) {
                content.add(page.slot(SLOT, new ActivityContext(activity.id(), activity.type(), activity.title(),
                        course.id(), attempt), activity.type()));
            } else {
                content.add(placeholder(page));
            }
        } catch (Refused refused) {
            content.add(EmptyState.small(look.icon(activity.type()), page.words(refused.text()),
                    Go.button(page.href("courses/" + course.id()), "", page.words("courses.play.back"), "")));
        }
        return content;
    }

    /** Empty for who makes courses and is not in this one: a preview, of which nothing is recorded. */
    private Optional<Attempt> attempt(Page page) {
        UUID me = page.person();
        Optional<Enrolment> enrolment = enrolments.current(course.id(), me).filter(Enrolment::open);
        if (enrolment.isEmpty()) {
            if (!page.may(Courses.MANAGE)) {
                throw Refused.conflict(Text.of("courses.play.not_enrolled"));
            }
            return Optional.empty();
        }
        return look.available(activity.type()) ? Optional.of(attempts.begin(enrolment.get().id(), activity.id()))
                : Optional.empty();
    }

    private Div placeholder(Page page) {
        Standing stored = Standing.of(enrolments, course, page.person());
        Div calm = EmptyState.small("circle-pause", page.words("courses.play.away.purpose"));
        calm.addComponentAsFirst(Markup.strong(page.words("courses.play.away.title")).div("pg-strong"));
        calm.add(Look.result(page, stored.result(activity)).div("pg-small"));
        return calm;
    }

    private Div controls(Page page) {
        List<Course.Activity> all = course.activities();
        int place = all.indexOf(activity);
        Div controls = new Div();
        controls.addClassName("pg-player-controls");
        if (place > 0) {
            controls.add(Go.button(page.href(Look.playPath(course, all.get(place - 1))), "chevron-left",
                    page.words("courses.play.previous"), ""));
        } else {
            controls.add(new Span());
        }
        boolean last = place == all.size() - 1;
        controls.add(Markup.quiet(last ? page.words("courses.play.last")
                : page.words("courses.play.up_next", all.get(place + 1).title())).span());
        controls.add(last ? Go.button(page.href("courses/" + course.id()), "check", page.words("courses.play.finish"),
                        "primary")
                : Go.button(page.href(Look.playPath(course, all.get(place + 1))), "chevron-right",
                        page.words("courses.play.next"), "primary"));
        return controls;
    }

    /** What was reported meanwhile shows in the frame. */
    private void lookAgain(Page page) {
        Standing now = Standing.of(enrolments, course, page.person());
        if (!now.equals(standing)) {
            standing = now;
            saved(page, "courses.play.saved");
            fill(page);
        }
    }

    private void saved(Page page, String words) {
        saved.getElement().setProperty("innerHTML", standing.open()
                ? Markup.icon("cloud-check").plus(Markup.text(page.words(words))).html()
                : Markup.icon("eye").plus(Markup.text(page.words("courses.play.preview"))).html());
    }

    private void fill(Page page) {
        long done = standing.done(course.activities());
        int all = course.activities().size();
        progress.getElement().setProperty("innerHTML",
                Markup.progress((double) done / all, page.words("courses.page.done", done, all)).html());
        outline.removeAll();
        int number = 0;
        for (Course.Section section : course.sections()) {
            number++;
            outline.add(Markup.element("span", "pg-player-section", Markup.text(number + ". " + section.title()),
                    Markup.quiet(standing.done(section.activities()) + "/" + section.activities().size()))
                    .div("pg-player-section-row"));
            section.activities().forEach(one -> outline.add(row(page, one)));
        }
    }

    private Go row(Page page, Course.Activity one) {
        boolean here = one.equals(activity);
        Go go = Go.around(page.href(Look.playPath(course, one)), Markup.tile(standing.done(one) ? "check"
                : look.icon(one.type()), here ? "accent" : standing.done(one) ? "ok" : "muted")
                .plus(Markup.two(one.title(), page.words(look.typeName(one.type())))).span());
        go.addClassName("pg-player-row");
        if (here) {
            go.addClassName("pg-here");
            go.getElement().setAttribute("aria-current", "step");
        }
        return go;
    }
}
