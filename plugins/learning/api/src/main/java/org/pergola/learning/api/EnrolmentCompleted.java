package org.pergola.learning.api;

import java.time.Instant;
import java.util.UUID;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

/**
 * Somebody has completed a learnable in a cycle.
 *
 * @param completed when the last required evidence happened
 * @since 1.0
 */
@EventType(name = "learning.enrolment.completed")
public record EnrolmentCompleted(UUID enrolmentId, UUID userId, UUID learnableId, int cycle, Instant completed)
        implements Event {
    @Override
    public String subjectKind() {
        return "enrolment";
    }

    @Override
    public UUID subjectId() {
        return enrolmentId;
    }
}
