package org.pergola.courses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pergola.api.data.Ids;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Learnable.ActivityRef;
import org.pergola.learning.api.Learnable.Judgement;

/** What a course asks for. */
class CriteriaTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final ActivityRef first = activity(true);
    private final ActivityRef second = activity(true);
    private final ActivityRef optional = activity(false);

    @Test
    void rule_1_a_course_is_completed_when_the_last_required_activity_was() {
        Judgement judgement = judge(List.of(first, second), Map.of(first.id(), done(first, MONDAY.plusSeconds(60)),
                second.id(), done(second, MONDAY)));

        assertEquals(Optional.of(MONDAY.plusSeconds(60)), judgement.completedAt());
        assertEquals(1.0, judgement.progress());
    }

    @Test
    void an_optional_activity_never_blocks() {
        Judgement judgement = judge(List.of(first, optional), Map.of(first.id(), done(first, MONDAY)));

        assertEquals(Optional.of(MONDAY), judgement.completedAt());
    }

    @Test
    void an_optional_activity_that_is_done_later_does_not_move_the_date() {
        Judgement judgement = judge(List.of(first, optional), Map.of(first.id(), done(first, MONDAY),
                optional.id(), done(optional, MONDAY.plusSeconds(900))));

        assertEquals(Optional.of(MONDAY), judgement.completedAt());
    }

    @Test
    void results_of_activities_that_were_removed_do_not_count() {
        Judgement judgement = judge(List.of(second), Map.of(first.id(), done(first, MONDAY)));

        assertEquals(0.0, judgement.progress());
        assertTrue(judgement.completedAt().isEmpty());
    }

    @Test
    void what_is_half_done_counts_half() {
        ActivityResult half = new ActivityResult(first.id(), "test", Evidence.Completion.INCOMPLETE,
                Evidence.Success.UNKNOWN, OptionalDouble.empty(), 0.5, Optional.empty());

        assertEquals(0.25, judge(List.of(first, second), Map.of(first.id(), half)).progress());
    }

    @Test
    void the_score_is_the_mean_of_those_that_have_one() {
        Judgement judgement = judge(List.of(first, second, optional), Map.of(first.id(), scored(first, 0.6),
                second.id(), scored(second, 1)));

        assertEquals(0.8, judgement.score().orElseThrow(), 1e-9);
    }

    @Test
    void an_empty_course_is_never_completed() {
        assertTrue(judge(List.of(), Map.of()).completedAt().isEmpty());
        assertTrue(judge(List.of(optional), Map.of(optional.id(), done(optional, MONDAY))).completedAt().isEmpty());
    }

    private static Judgement judge(List<ActivityRef> activities, Map<UUID, ActivityResult> results) {
        return CourseLearnable.judge(activities, results);
    }

    private static ActivityRef activity(boolean required) {
        return new ActivityRef(Ids.next(), "test", "Activity", "Section", required);
    }

    private static ActivityResult done(ActivityRef activity, Instant when) {
        return new ActivityResult(activity.id(), "test", Evidence.Completion.COMPLETED, Evidence.Success.UNKNOWN,
                OptionalDouble.empty(), 1, Optional.of(when));
    }

    private static ActivityResult scored(ActivityRef activity, double score) {
        return new ActivityResult(activity.id(), "test", Evidence.Completion.COMPLETED, Evidence.Success.PASSED,
                OptionalDouble.of(score), 1, Optional.of(MONDAY));
    }
}
