package org.pergola.learning.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * How an activity stands in a cycle.
 *
 * @param score       0 to 1
 * @param progress    0 to 1
 * @param completedAt when the evidence that completed it happened
 * @since 1.0
 */
public record ActivityResult(UUID activityId, String type, Evidence.Completion completion, Evidence.Success success,
        OptionalDouble score, double progress, Optional<Instant> completedAt) {

    /** For {@link ActivityType#judge}, whose answer is kept under the activity that was asked about. */
    public static final UUID ANY = new UUID(0, 0);

    public boolean done() {
        return completion == Evidence.Completion.COMPLETED;
    }
}
