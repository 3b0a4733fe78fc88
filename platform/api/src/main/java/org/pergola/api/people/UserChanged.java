package org.pergola.api.people;

import java.util.UUID;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

/** Name, username or e-mail of a person changed. @since 0.1 */
@EventType(name = "kernel.user.changed")
public record UserChanged(UUID userId) implements Event {

    @Override
    public String subjectKind() {
        return "user";
    }

    @Override
    public UUID subjectId() {
        return userId;
    }
}
