package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pergola.learning.api.Enrolment;

/**
 * That somebody has completed a cycle: when it was true, when it was recorded, and by which version of the criteria.
 * Written once.
 */
@Entity
@Table(name = "learning_completion")
class CompletionEntity {

    @Id
    @Column(name = "enrolment_id")
    private UUID enrolmentId;
    @Column(name = "user_id")
    private UUID userId;
    @Column(name = "learnable_id")
    private UUID learnableId;
    private int cycle;
    @Column(name = "learnable_version")
    private int learnableVersion;
    private Instant completed;
    private Instant recorded;
    private Double score;

    protected CompletionEntity() {
    }

    CompletionEntity(Enrolment enrolment, int learnableVersion, Instant completed, Instant recorded) {
        this.enrolmentId = enrolment.id();
        this.userId = enrolment.userId();
        this.learnableId = enrolment.learnableId();
        this.cycle = enrolment.cycle();
        this.learnableVersion = learnableVersion;
        this.completed = completed;
        this.recorded = recorded;
        this.score = enrolment.score().isPresent() ? enrolment.score().getAsDouble() : null;
    }
}
