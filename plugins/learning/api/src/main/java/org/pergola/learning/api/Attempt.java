package org.pergola.learning.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One try at an activity within a cycle, pinned to the version of the content that it started on.
 *
 * @param number from 1, for each activity and cycle
 * @since 1.0
 */
public record Attempt(UUID id, UUID enrolmentId, UUID userId, UUID learnableId, UUID activityId, String type, int number,
        int contentVersion, Instant started, Optional<Instant> ended) {
}
