package org.pergola.page;

import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Ids;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Evidence;

/** A learner reads a page: on the version that their attempt is pinned to, until they say that they have. */
@Component(service = Reading.class)
public final class Reading {

    private final Pages pages;
    private final Attempts attempts;
    private final Clock clock;

    @Activate
    public Reading(@Reference Pages pages, @Reference Attempts attempts, @Reference Clock clock) {
        this.pages = pages;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Safe HTML of what this attempt reads; empty where nothing is written. */
    public Optional<String> html(Attempt attempt) {
        return pages.find(attempt.activityId(), attempt.contentVersion()).map(content -> html(content.markdown()));
    }

    /** Safe HTML of a text. */
    public static String html(String markdown) {
        return Markdown.html(markdown);
    }

    /** The learner has read it to the end: evidence, and the attempt is over. */
    public void markAsRead(Attempt attempt) {
        attempts.report(attempt.id(), new Evidence(Ids.next(), clock.now(), Evidence.Completion.COMPLETED,
                Evidence.Success.UNKNOWN, OptionalDouble.empty(), OptionalDouble.of(1),
                Optional.of("version " + attempt.contentVersion())));
        attempts.end(attempt.id());
    }
}
