package org.pergola.learning.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What was seen of a learner in an attempt. Kept for ever.
 *
 * @param happened when it was true; recorded is kept beside it
 * @param score    0 to 1
 * @param progress 0 to 1
 * @since 1.0
 */
public record Evidence(UUID id, Instant happened, Completion completion, Success success, OptionalDouble score,
        OptionalDouble progress, Optional<String> detail) {

    /** Whether the activity is done. */
    public enum Completion {
        UNKNOWN, INCOMPLETE, COMPLETED
    }

    /** Whether it was done well enough. */
    public enum Success {
        UNKNOWN, PASSED, FAILED
    }
}
