package org.pergola.api.people;

import java.util.UUID;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

/** An account was made. @since 0.1 */
@EventType(name = "kernel.user.created")
public record UserCreated(UUID userId) implements Event {

    @Override
    public String subjectKind() {
        return "user";
    }

    @Override
    public UUID subjectId() {
        return userId;
    }
}
