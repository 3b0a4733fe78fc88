package org.pergola.learning.api;

import java.util.Optional;
import java.util.UUID;

/**
 * What the editor or player of an activity is given.
 *
 * @param attempt empty in the editor and in a preview
 * @since 1.0
 */
public record ActivityContext(UUID activityId, String type, String title, UUID learnableId, Optional<Attempt> attempt) {
}
