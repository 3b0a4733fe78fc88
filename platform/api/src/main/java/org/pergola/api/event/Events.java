package org.pergola.api.event;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Where events are told. @since 0.1 */
@ProviderType
public interface Events {

    /**
     * Writes the event into the outbox of the transaction that is under way.
     *
     * @throws IllegalStateException outside {@link org.pergola.api.data.Database#write}
     */
    void publish(Event event);

    /** As {@link #publish(Event)}, for what was true at another time than now. */
    void publish(Event event, Instant occurred);
}
