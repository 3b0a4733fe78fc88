package org.pergola.learning.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.pergola.learning.Progress;

/** How far somebody is. @param score 0 to 1 @param progress 0 to 1 */
public record ProgressJson(UUID enrolmentId, int cycle, String status, double progress, Optional<Double> score,
        Optional<Instant> completed, List<ActivityJson> activities) {

    /**
     * @param status     not_started, incomplete, completed
     * @param success    unknown, passed, failed
     * @param type       of an activity type that may be away
     * @param available  whether the type is there to play it
     */
    public record ActivityJson(UUID activityId, String type, String title, boolean required, String status,
            String success, Optional<Double> score, double progress, Optional<Instant> completed, boolean available) {
    }

    static ProgressJson of(Progress progress) {
        return new ProgressJson(progress.enrolment().id(), progress.enrolment().cycle(),
                lower(progress.enrolment().status()), progress.enrolment().progress(),
                boxed(progress.enrolment().score()), progress.enrolment().completed(),
                progress.steps().stream().map(ProgressJson::activity).toList());
    }

    private static ActivityJson activity(Progress.Step step) {
        return new ActivityJson(step.activityId(), step.type(), step.title(), step.required(),
                step.result().map(result -> lower(result.completion())).map(word -> word.equals("unknown")
                        ? "incomplete" : word).orElse("not_started"),
                step.result().map(result -> lower(result.success())).orElse("unknown"),
                step.result().flatMap(result -> boxed(result.score())),
                step.result().map(result -> result.progress()).orElse(0.0),
                step.result().flatMap(result -> result.completedAt()), step.available());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
