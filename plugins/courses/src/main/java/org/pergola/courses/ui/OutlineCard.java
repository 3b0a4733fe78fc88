package org.pergola.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Optional;
import org.pergola.courses.Course;
import org.pergola.ui.Page;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Status;

/** The sections of a course: what is done folds to one line, and it opens where the learner is. */
final class OutlineCard extends Div {

    private static final long serialVersionUID = 1L;

    OutlineCard(Page page, Look look, Standing standing) {
        addClassNames("pg-card", "pg-outline");
        Optional<Course.Activity> here = standing.open() ? standing.here() : Optional.empty();
        Course course = standing.course();
        int number = 0;
        for (Course.Section section : course.sections()) {
            number++;
            boolean open = here.isEmpty() ? number == 1 : here.get().sectionId().equals(section.id());
            add(section(page, look, standing, section, number, open, here));
        }
    }

    private static NativeDetails section(Page page, Look look, Standing standing, Course.Section section, int number,
            boolean open, Optional<Course.Activity> here) {
        long done = standing.done(section.activities());
        int all = section.activities().size();
        boolean finished = all > 0 && done == all;
        Markup bubble = Markup.element("span", finished ? "pg-bubble pg-tone-ok" : "pg-bubble", finished
                ? Markup.icon("check") : Markup.text(Integer.toString(number)));
        String count = standing.enrolment().isPresent() ? page.words("courses.page.done", done, all)
                : page.words("courses.page.activities", all);
        Markup head = bubble.plus(Markup.element("span", "pg-outline-title", Markup.text(section.title())))
                .plus(Markup.quiet(count)).plus(Markup.icon("chevron-down"));
        Div activities = new Div();
        activities.addClassName("pg-outline-activities");
        section.activities().forEach(activity -> activities.add(activity(page, look, standing, activity,
                here.filter(activity::equals).isPresent())));
        NativeDetails details = new NativeDetails(head.div("pg-outline-head"), activities);
        details.setOpen(open);
        return details;
    }

    private static Component activity(Page page, Look look, Standing standing, Course.Activity activity,
            boolean here) {
        String type = page.words(look.typeName(activity.type()));
        Markup words = Markup.tile(look.icon(activity.type()), here ? "accent" : "muted").plus(Markup.two(
                activity.title(), activity.required() ? type : type + " · " + page.words("courses.page.optional")));
        Markup status = here ? Status.UNDER_WAY.markup(page.words(standing.enrolment()
                .flatMap(one -> one.started()).isPresent() ? "courses.page.here" : "courses.page.here.first"))
                : standing.enrolment().isPresent() ? Look.result(page, standing.result(activity)) : Markup.nothing();
        Div row = words.plus(Markup.element("span", "pg-outline-status", status)).div("pg-outline-activity");
        if (here) {
            row.addClassName("pg-here");
        }
        if (!standing.open()) {
            return row;
        }
        Go link = Go.around(page.href(Look.playPath(standing.course(), activity)), row);
        if (here) {
            link.getElement().setAttribute("aria-current", "step");
        }
        return link;
    }
}
