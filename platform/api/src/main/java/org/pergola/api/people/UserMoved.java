package org.pergola.api.people;

import java.util.List;
import java.util.UUID;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

/** A person belongs to other org units than before: to these. @since 0.1 */
@EventType(name = "kernel.user.moved")
public record UserMoved(UUID userId, List<UUID> units) implements Event {

    @Override
    public String subjectKind() {
        return "user";
    }

    @Override
    public UUID subjectId() {
        return userId;
    }
}
