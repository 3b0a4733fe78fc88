package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Evidence;

/** How an activity stands in a cycle, as its type judged last: readable without the type. */
@Entity
@Table(name = "learning_result")
class ResultEntity {

    @Id
    private UUID id;
    @Column(name = "enrolment_id")
    private UUID enrolmentId;
    @Column(name = "activity_id")
    private UUID activityId;
    @Column(name = "activity_type")
    private String type;
    @Enumerated(EnumType.STRING)
    private Evidence.Completion completion;
    @Enumerated(EnumType.STRING)
    private Evidence.Success success;
    private Double score;
    private double progress;
    @Column(name = "completed_at")
    private Instant completedAt;
    private Instant judged;

    protected ResultEntity() {
    }

    ResultEntity(UUID id, UUID enrolmentId, UUID activityId, String type) {
        this.id = id;
        this.enrolmentId = enrolmentId;
        this.activityId = activityId;
        this.type = type;
    }

    /** Takes over what the type says of all evidence so far. */
    void judged(ActivityResult result, Instant now) {
        success = result.success();
        score = result.score().isPresent() ? result.score().getAsDouble() : null;
        progress = Math.clamp(result.progress(), 0, 1);
        completion = result.completion();
        completedAt = result.completedAt().orElse(null);
        judged = now;
    }

    ActivityResult toRecord() {
        return new ActivityResult(activityId, type, completion, success,
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score), progress,
                Optional.ofNullable(completedAt));
    }
}
