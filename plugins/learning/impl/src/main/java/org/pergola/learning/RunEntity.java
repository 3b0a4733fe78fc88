package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One giving of a learnable. Each has a default run, made with its projection; it is also the row that enrolling in
 * it locks, so that two at once wait for each other.
 */
@Entity
@Table(name = "learning_run")
class RunEntity {

    @Id
    private UUID id;
    @Column(name = "learnable_id")
    private UUID learnableId;
    @Column(name = "default_of")
    private UUID defaultOf;
    private Instant created;

    protected RunEntity() {
    }

    /** The default run. */
    RunEntity(UUID id, UUID learnableId, Instant created) {
        this.id = id;
        this.learnableId = learnableId;
        this.defaultOf = learnableId;
        this.created = created;
    }

    UUID id() {
        return id;
    }

    UUID learnableId() {
        return learnableId;
    }
}
