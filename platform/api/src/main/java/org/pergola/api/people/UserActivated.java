package org.pergola.api.people;

import java.util.UUID;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

/** An account that was off can sign in again. @since 0.1 */
@EventType(name = "kernel.user.activated")
public record UserActivated(UUID userId) implements Event {

    @Override
    public String subjectKind() {
        return "user";
    }

    @Override
    public UUID subjectId() {
        return userId;
    }
}
