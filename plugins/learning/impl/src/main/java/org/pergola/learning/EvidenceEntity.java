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
import org.pergola.api.actor.Actor;
import org.pergola.learning.api.Evidence;

/**
 * What was seen, when it happened, when it was recorded, by whom, on whose behalf, and by which version of which
 * plugin. Never changed, never deleted.
 */
@Entity
@Table(name = "learning_evidence")
class EvidenceEntity {

    @Id
    private UUID id;
    @Column(name = "attempt_id")
    private UUID attemptId;
    @Column(name = "enrolment_id")
    private UUID enrolmentId;
    @Column(name = "activity_id")
    private UUID activityId;
    @Column(name = "seq")
    private int seq;
    private Instant happened;
    private Instant recorded;
    @Column(name = "actor_kind")
    private String actorKind;
    @Column(name = "actor_id")
    private String actorId;
    @Column(name = "on_behalf_of")
    private UUID onBehalfOf;
    @Column(name = "reported_by")
    private String reportedBy;
    @Enumerated(EnumType.STRING)
    private Evidence.Completion completion;
    @Enumerated(EnumType.STRING)
    private Evidence.Success success;
    private Double score;
    private Double progress;
    private String detail;

    protected EvidenceEntity() {
    }

    EvidenceEntity(AttemptEntity attempt, int seq, Evidence evidence, Instant recorded, Actor actor,
            String reportedBy) {
        this.id = evidence.id();
        this.attemptId = attempt.id();
        this.enrolmentId = attempt.enrolmentId();
        this.activityId = attempt.activityId();
        this.seq = seq;
        this.happened = evidence.happened();
        this.recorded = recorded;
        this.reportedBy = reportedBy;
        this.completion = evidence.completion();
        this.success = evidence.success();
        this.score = evidence.score().isPresent() ? evidence.score().getAsDouble() : null;
        this.progress = evidence.progress().isPresent() ? evidence.progress().getAsDouble() : null;
        this.detail = evidence.detail().orElse(null);
        by(actor);
    }

    private void by(Actor actor) {
        switch (actor) {
            case Actor.Person person -> {
                actorKind = "person";
                actorId = person.userId().toString();
                onBehalfOf = person.onBehalfOf().orElse(null);
            }
            case Actor.Plugin plugin -> {
                actorKind = "plugin";
                actorId = plugin.pluginId().value();
            }
            case Actor.Operator operator -> actorKind = "operator";
            case Actor.Anonymous anonymous -> actorKind = "anonymous";
            case Actor.Startup startup -> actorKind = "startup";
        }
    }

    Evidence toRecord() {
        return new Evidence(id, happened, completion, success, optional(score), optional(progress),
                Optional.ofNullable(detail));
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
