package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.learning.api.Learnable.Judgement;

/**
 * A person in a run for one cycle. {@code liveKey} holds while the enrolment has not ended and is unique, so that the
 * database itself keeps a second active one out.
 */
@Entity
@Table(name = "learning_enrolment")
class EnrolmentEntity {

    @Id
    private UUID id;
    @Column(name = "user_id")
    private UUID userId;
    @Column(name = "learnable_id")
    private UUID learnableId;
    private String kind;
    @Column(name = "run_id")
    private UUID runId;
    private int cycle;
    @Enumerated(EnumType.STRING)
    private Status status;
    @Column(name = "live_key")
    private String liveKey;
    private Instant enrolled;
    private Instant started;
    @Column(name = "last_seen")
    private Instant lastSeen;
    private Instant touched;
    private Instant completed;
    @Column(name = "completed_recorded")
    private Instant completedRecorded;
    private double progress;
    private Double score;
    @Column(name = "last_activity")
    private UUID lastActivity;
    @Column(name = "judge_due")
    private int judgeDue;
    @Version
    @Column(name = "row_version")
    private long version;

    protected EnrolmentEntity() {
    }

    EnrolmentEntity(UUID id, UUID userId, LearnableEntity learnable, UUID runId, int cycle, Instant enrolled) {
        this.id = id;
        this.userId = userId;
        this.learnableId = learnable.id();
        this.kind = learnable.kind();
        this.runId = runId;
        this.cycle = cycle;
        this.enrolled = enrolled;
        this.touched = enrolled;
        become(Status.ACTIVE);
    }

    /** The learner is in this activity now. */
    void seen(UUID activityId, Instant now) {
        if (started == null) {
            started = now;
        }
        lastActivity = activityId;
        lastSeen = now;
        touched = now;
    }

    /**
     * Takes over what the criteria say. A completion is final within its cycle: neither its date nor the status moves
     * afterwards, and progress does not fall.
     *
     * @return whether it has been completed by this
     */
    boolean judged(Judgement judgement, Instant now) {
        judgeDue = 0;
        if (judgement.score().isPresent()) {
            score = judgement.score().getAsDouble();
        }
        if (completed != null) {
            return false;
        }
        progress = Math.clamp(judgement.progress(), 0, 1);
        if (judgement.completedAt().isEmpty()) {
            return false;
        }
        completed = judgement.completedAt().get();
        completedRecorded = now;
        progress = 1;
        if (status == Status.ACTIVE || status == Status.SUSPENDED) {
            become(Status.COMPLETED);
        }
        return true;
    }

    /** Whoever judges is away: a job does it when they are back. */
    void judgeLater() {
        judgeDue = 1;
    }

    void suspend() {
        requireLive();
        become(Status.SUSPENDED);
    }

    void resume() {
        requireLive();
        become(Status.ACTIVE);
    }

    /** Ends it; a completed one stays completed, there is nothing left to end. */
    void withdraw() {
        requireLive();
        become(Status.WITHDRAWN);
    }

    /** Not ended: it takes the place of any other in this run. */
    boolean live() {
        return liveKey != null;
    }

    boolean open() {
        return status == Status.ACTIVE || status == Status.COMPLETED;
    }

    private void requireLive() {
        if (!live()) {
            throw Refused.conflict(Text.of("learning.enrolment.ended"));
        }
    }

    private void become(Status next) {
        status = next;
        liveKey = next == Status.ACTIVE || next == Status.SUSPENDED ? userId + ":" + runId : null;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    UUID learnableId() {
        return learnableId;
    }

    String kind() {
        return kind;
    }

    int cycle() {
        return cycle;
    }

    Status status() {
        return status;
    }

    long version() {
        return version;
    }

    Enrolment toRecord() {
        return new Enrolment(id, userId, learnableId, kind, runId, cycle, status, enrolled,
                Optional.ofNullable(started), Optional.ofNullable(lastSeen), Optional.ofNullable(completed), progress,
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score), Optional.ofNullable(lastActivity),
                version);
    }
}
