package org.pergola.api.event;

import java.time.Instant;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.actor.Actor;

/**
 * A reaction to events of one type, after commit, in order, at least once: a listener is idempotent on the event's
 * id. A whiteboard service; its cursor is kept by {@link #id}, so that nothing is missed while its plugin is away.
 * One that was never seen before begins with what happens from then on.
 *
 * @since 0.1
 */
@ConsumerType
public interface EventListener<E extends Event> {

    /** {@code <plugin>.<name>}; never changed, it names the cursor. */
    String id();

    Class<E> type();

    /** Runs on a thread of the kernel as the plugin; what it throws is logged and tried again later. */
    void on(E event, Happening happening);

    /** @param position where it stands among all events, without gaps */
    record Happening(UUID id, long position, Instant occurred, Instant recorded, Actor actor) {
    }
}
