package org.pergola.kernel.event;

import static org.pergola.kernel.event.Outbox.ACTOR_DETAIL;
import static org.pergola.kernel.event.Outbox.ACTOR_ID;
import static org.pergola.kernel.event.Outbox.ACTOR_KIND;
import static org.pergola.kernel.event.Outbox.CORRELATION;
import static org.pergola.kernel.event.Outbox.ID;
import static org.pergola.kernel.event.Outbox.OCCURRED;
import static org.pergola.kernel.event.Outbox.ON_BEHALF_OF;
import static org.pergola.kernel.event.Outbox.OUTBOX;
import static org.pergola.kernel.event.Outbox.PAYLOAD;
import static org.pergola.kernel.event.Outbox.PLUGIN;
import static org.pergola.kernel.event.Outbox.PLUGIN_VERSION;
import static org.pergola.kernel.event.Outbox.RECORDED;
import static org.pergola.kernel.event.Outbox.SUBJECT_ID;
import static org.pergola.kernel.event.Outbox.SUBJECT_KIND;
import static org.pergola.kernel.event.Outbox.TYPE;
import static org.pergola.kernel.event.Outbox.TYPE_VERSION;

import java.time.Instant;
import java.util.UUID;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;
import org.pergola.api.event.Events;
import org.pergola.api.time.Clock;
import org.pergola.kernel.work.ActorColumns;
import org.pergola.kernel.work.Origin;
import org.slf4j.MDC;

/** Writes events into the outbox, in the transaction that is under way. */
final class EventLog implements Events {

    /** The log context that ties together what one request or one event set off. */
    static final String CORRELATION_CONTEXT = "correlation";

    private final Database database;
    private final Actors actors;
    private final Clock clock;
    private final Origin origin;
    private final Runnable afterCommit;

    /** @param afterCommit wakes the sequencer */
    EventLog(Database database, Actors actors, Clock clock, Origin origin, Runnable afterCommit) {
        this.database = database;
        this.actors = actors;
        this.clock = clock;
        this.origin = origin;
        this.afterCommit = afterCommit;
    }

    @Override
    public void publish(Event event) {
        publish(event, clock.now());
    }

    @Override
    public void publish(Event event, Instant occurred) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " has no @EventType.");
        }
        if (!database.writing()) {
            throw new IllegalStateException("The event " + type.name() + " stands outside Database.write: "
                    + "it is told in the transaction that it tells about.");
        }
        ActorColumns actor = ActorColumns.of(actors.current());
        UUID id = Ids.next();
        String correlation = MDC.get(CORRELATION_CONTEXT);
        database.run(tx -> tx.sql().insertInto(OUTBOX)
                .set(ID, id).set(TYPE, type.name()).set(TYPE_VERSION, type.version())
                .set(SUBJECT_KIND, event.subjectKind()).set(SUBJECT_ID, event.subjectId())
                .set(ACTOR_KIND, actor.kind()).set(ACTOR_ID, actor.id().orElse(null))
                .set(ACTOR_DETAIL, actor.detail().orElse(null)).set(ON_BEHALF_OF, actor.onBehalfOf().orElse(null))
                .set(OCCURRED, occurred).set(RECORDED, clock.now())
                .set(CORRELATION, correlation == null || correlation.length() > 36 ? id.toString() : correlation)
                .set(PLUGIN, origin.plugin()).set(PLUGIN_VERSION, origin.version())
                .set(PAYLOAD, EventCodec.write(event)).execute());
        database.afterCommit(afterCommit);
    }
}
