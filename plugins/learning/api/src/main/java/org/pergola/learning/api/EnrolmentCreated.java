package org.pergola.learning.api;

import java.util.UUID;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

/** Somebody has been enrolled, for a first or a further cycle. @since 1.0 */
@EventType(name = "learning.enrolment.created")
public record EnrolmentCreated(UUID enrolmentId, UUID userId, UUID learnableId, int cycle) implements Event {
    @Override
    public String subjectKind() {
        return "enrolment";
    }

    @Override
    public UUID subjectId() {
        return enrolmentId;
    }
}
