package org.pergola.learning.ui;

import java.util.Optional;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.LearnableRef;
import org.pergola.ui.Page;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Status;

/** How an enrolment stands, in words. */
final class Standing {

    /** What is less reads "0 %". */
    private static final double LEAST = 0.005;

    private Standing() {
    }

    static Markup of(Page page, Enrolment enrolment) {
        return switch (enrolment.status()) {
            case COMPLETED -> Status.OK.markup(page.words("learning.status.completed",
                    page.when(enrolment.completed().orElse(enrolment.enrolled()))));
            case SUSPENDED -> Status.OFF.markup(page.words("learning.status.suspended"));
            case WITHDRAWN -> Status.OFF.markup(page.words("learning.status.withdrawn"));
            case ACTIVE -> enrolment.started().isEmpty()
                    ? Status.NOT_STARTED.markup(page.words("learning.status.not_started"))
                    : Status.UNDER_WAY.markup(far(page, enrolment));
        };
    }

    /** How far; whoever has just begun is under way, and not at nothing. */
    static String far(Page page, Enrolment enrolment) {
        return enrolment.progress() >= LEAST || enrolment.started().isEmpty()
                ? page.words("learning.percent.done", enrolment.progress()) : page.words("learning.status.under_way");
    }

    static Markup of(Page page, Optional<Enrolment> enrolment) {
        return enrolment.map(one -> of(page, one))
                .orElseGet(() -> Status.NOT_STARTED.markup(page.words("learning.status.open")));
    }

    static String seed(LearnableRef learnable) {
        return Long.toHexString(learnable.seed());
    }
}
