package org.pergola.learning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.LearnableRef;

/** How far somebody is: the enrolment, and each activity in order with its result. */
public record Progress(Enrolment enrolment, Optional<LearnableRef> learnable, List<Step> steps) {

    /**
     * @param title     empty where nobody can tell it now
     * @param available whether its type is there to play it
     */
    public record Step(UUID activityId, String type, String title, String section, boolean required,
            Optional<ActivityResult> result, boolean available) {

        public boolean done() {
            return result.filter(ActivityResult::done).isPresent();
        }
    }

    /** Where to go on: the first that is not done, behind the last one seen where there is one, else the first. */
    public Optional<Step> next() {
        return steps.stream().filter(step -> !step.done() && step.activityId().equals(
                        enrolment.lastActivity().orElse(null))).findFirst()
                .or(() -> steps.stream().filter(step -> !step.done()).findFirst())
                .or(() -> steps.stream().findFirst());
    }

    public long done() {
        return steps.stream().filter(Step::done).count();
    }
}
