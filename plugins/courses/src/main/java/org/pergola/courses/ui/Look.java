package org.pergola.courses.ui;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.LearnableRef.State;
import org.pergola.learning.api.Learnables;
import org.pergola.ui.Page;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Status;

/** How courses, activities and their results are called and drawn. */
@Component(service = Look.class)
public final class Look {

    private final Learnables learnables;

    @Activate
    public Look(@Reference Learnables learnables) {
        this.learnables = learnables;
    }

    static String seed(long seed) {
        return Long.toHexString(seed);
    }

    /** Of a type that is away too. */
    String icon(String type) {
        return learnables.type(type).map(ActivityType::icon).orElse("circle-pause");
    }

    Text typeName(String type) {
        return learnables.type(type).map(ActivityType::name).orElseGet(() -> Text.plain(type));
    }

    boolean available(String type) {
        return learnables.type(type).isPresent();
    }

    boolean authored(String type) {
        return learnables.type(type).filter(ActivityType::authored).isPresent();
    }

    static Markup state(Page page, State state, boolean binned) {
        return binned ? Status.OFF.markup(page.words("courses.state.binned")) : switch (state) {
            case PUBLISHED -> Status.OK.markup(page.words("courses.state.published"));
            case DRAFT -> Status.NOT_STARTED.markup(page.words("courses.state.draft"));
            case RETIRED -> Status.OFF.markup(page.words("courses.state.retired"));
        };
    }

    /** How an activity stands, as its result was stored last. */
    static Markup result(Page page, Optional<ActivityResult> result) {
        if (result.isEmpty()) {
            return Status.NOT_STARTED.markup(page.words("courses.status.not_started"));
        }
        ActivityResult known = result.get();
        if (known.success() == Evidence.Success.FAILED) {
            return Status.LOOK.markup(page.words("courses.status.failed"));
        }
        if (known.success() == Evidence.Success.PASSED) {
            return Status.OK.markup(page.words("courses.status.passed"));
        }
        return known.done() ? Status.OK.markup(page.words("courses.status.done"))
                : Status.UNDER_WAY.markup(page.words("courses.status.under_way"));
    }

    static Markup enrolment(Page page, Enrolment enrolment) {
        return switch (enrolment.status()) {
            case COMPLETED -> Status.OK.markup(page.words("courses.status.completed"));
            case SUSPENDED -> Status.OFF.markup(page.words("courses.status.suspended"));
            case WITHDRAWN -> Status.OFF.markup(page.words("courses.status.withdrawn"));
            case ACTIVE -> enrolment.started().isPresent()
                    ? Status.UNDER_WAY.markup(page.words("courses.status.under_way"))
                    : Status.NOT_STARTED.markup(page.words("courses.status.not_started"));
        };
    }

    static String playPath(Course course, Course.Activity activity) {
        return "courses/" + course.id() + "/play/" + activity.id();
    }
}
