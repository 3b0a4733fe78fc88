package org.pergola.learning.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A person in a run of a learnable, for one cycle. Re-enrolment opens the next cycle with clean progress; the older one
 * stays as it was.
 *
 * @param cycle       from 1
 * @param progress    0 to 1
 * @param score       0 to 1
 * @param lastActivity where the learner was last
 * @since 1.0
 */
public record Enrolment(UUID id, UUID userId, UUID learnableId, String kind, UUID runId, int cycle, Status status,
        Instant enrolled, Optional<Instant> started, Optional<Instant> lastSeen, Optional<Instant> completed,
        double progress, OptionalDouble score, Optional<UUID> lastActivity, long version) {

    /** How it stands. */
    public enum Status {
        ACTIVE, SUSPENDED, COMPLETED, WITHDRAWN
    }

    public boolean open() {
        return status == Status.ACTIVE || status == Status.COMPLETED;
    }
}
