package org.pergola.courses.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pergola.courses.Course;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;

/**
 * How somebody stands in a course.
 *
 * @param enrolment of the latest cycle; empty where they are not in it
 * @param results   by activity
 */
record Standing(Course course, Optional<Enrolment> enrolment, Map<UUID, ActivityResult> results) {

    static Standing of(Enrolments enrolments, Course course, UUID person) {
        Optional<Enrolment> enrolment = enrolments.current(course.id(), person);
        return new Standing(course, enrolment, enrolment.map(one -> enrolments.results(one.id())).orElse(Map.of()));
    }

    Optional<ActivityResult> result(Course.Activity activity) {
        return Optional.ofNullable(results.get(activity.id()));
    }

    boolean done(Course.Activity activity) {
        return result(activity).filter(ActivityResult::done).isPresent();
    }

    long done(List<Course.Activity> activities) {
        return activities.stream().filter(this::done).count();
    }

    /** Whether the learner may play. */
    boolean open() {
        return enrolment.filter(Enrolment::open).isPresent();
    }

    /** Where the learner was last, while that is not done; else the first that is not done. */
    Optional<Course.Activity> here() {
        return enrolment.flatMap(Enrolment::lastActivity).flatMap(course::activity)
                .filter(activity -> !done(activity))
                .or(() -> course.activities().stream().filter(activity -> !done(activity)).findFirst());
    }

    /** Where to go on, or to look again. */
    Optional<Course.Activity> next() {
        return here().or(() -> course.activities().stream().findFirst());
    }
}
