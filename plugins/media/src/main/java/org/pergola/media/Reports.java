package org.pergola.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.actor.Actors;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Evidence.Completion;

/** Tells learning what was seen of a learner: the same step of the same attempt once. */
@Component(service = Reports.class)
public final class Reports {

    private final Attempts attempts;
    private final Actors actors;
    private final Clock clock;

    @Activate
    public Reports(@Reference Attempts attempts, @Reference Actors actors, @Reference Clock clock) {
        this.attempts = attempts;
        this.actors = actors;
        this.clock = clock;
    }

    /** An attempt of the acting person. @throws Refused (missing) where it is none, or somebody else's */
    Attempt own(UUID attemptId) {
        return attempts.find(attemptId).filter(attempt -> actors.current().person().filter(attempt.userId()::equals)
                .isPresent()).orElseThrow(() -> Refused.missing(Text.of("media.attempt.missing")));
    }

    /** It is done; the next visit begins another attempt, on the content as it is then. */
    void completed(Attempt attempt, String detail) {
        report(attempt, "completed", Completion.COMPLETED, 1, detail);
        attempts.end(attempt.id());
    }

    /** @param progress 0 to 1 */
    void underWay(Attempt attempt, String step, double progress) {
        report(attempt, step, Completion.INCOMPLETE, progress, step);
    }

    private void report(Attempt attempt, String step, Completion completion, double progress, String detail) {
        UUID id = UUID.nameUUIDFromBytes(("media:" + attempt.id() + ":" + step).getBytes(StandardCharsets.UTF_8));
        attempts.report(attempt.id(), new Evidence(id, clock.now(), completion, Evidence.Success.UNKNOWN,
                OptionalDouble.empty(), OptionalDouble.of(progress),
                Optional.of("version " + attempt.contentVersion() + ", " + detail)));
    }
}
