package org.pergola.learning;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.Learnables;

/**
 * Puts together what a learner has done with what there is to do. While the learnable's plugin is away, the stored
 * results are all there is, and they are shown.
 */
@Component(service = Progresses.class)
public final class Progresses {

    private final Enrolments enrolments;
    private final Attempts attempts;
    private final Learnables learnables;

    @Activate
    public Progresses(@Reference Enrolments enrolments, @Reference Attempts attempts,
            @Reference Learnables learnables) {
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.learnables = learnables;
    }

    /** @throws Refused (missing) where it may not be seen */
    public Progress of(UUID enrolmentId) {
        return of(enrolments.find(enrolmentId).orElseThrow(EnrolmentService::missing));
    }

    public Progress of(Enrolment enrolment) {
        Map<UUID, ActivityResult> results = new LinkedHashMap<>(enrolments.results(enrolment.id()));
        List<Progress.Step> steps = new ArrayList<>();
        learnables.kind(enrolment.kind()).map(kind -> kind.activities(enrolment.learnableId())).orElse(List.of())
                .forEach(activity -> steps.add(step(activity, Optional.ofNullable(results.remove(activity.id())))));
        if (steps.isEmpty()) {
            results.values().forEach(result -> steps.add(new Progress.Step(result.activityId(), result.type(), "", "",
                    true, Optional.of(result), false)));
        }
        return new Progress(enrolment, learnables.find(enrolment.learnableId()), steps);
    }

    private Progress.Step step(Learnable.ActivityRef activity, Optional<ActivityResult> result) {
        return new Progress.Step(activity.id(), activity.type(), activity.title(), activity.section(),
                activity.required(), result, learnables.type(activity.type()).isPresent());
    }

    /**
     * A one-time address that plays an attempt.
     *
     * @param activityId empty for the next one that is not done, else the first
     * @throws Refused (conflict) where there is nothing of that kind to play
     */
    public URI launch(UUID enrolmentId, Optional<UUID> activityId) {
        UUID wished = activityId.or(() -> of(enrolmentId).next().map(Progress.Step::activityId))
                .orElseThrow(() -> Refused.conflict(Text.of("learning.launch.nothing")));
        Attempt attempt = attempts.begin(enrolmentId, wished);
        ActivityType type = learnables.type(attempt.type())
                .orElseThrow(() -> Refused.conflict(Text.of("learning.launch.away")));
        return type.launch(attempt);
    }
}
