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
import static org.pergola.kernel.event.Outbox.POSITION;
import static org.pergola.kernel.event.Outbox.RECORDED;
import static org.pergola.kernel.event.Outbox.TYPE;

import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.pergola.api.data.Database;
import org.pergola.api.event.EventListener.Happening;
import org.pergola.kernel.work.ActorColumns;
import org.pergola.kernel.work.Sequence;

/** A numbered event as it lies in the outbox. */
record StoredEvent(Happening happening, String correlation, String payload) {

    /**
     * The next events of one type. Never looks beyond what has been numbered: on Derby a reader waits for rows that
     * somebody is just writing.
     */
    static List<StoredEvent> after(Database database, String type, long position, int limit) {
        return database.read(tx -> tx.sql().select(ID, POSITION, OCCURRED, RECORDED, ACTOR_KIND, ACTOR_ID, ACTOR_DETAIL,
                ON_BEHALF_OF, CORRELATION, PAYLOAD).from(OUTBOX)
                .where(TYPE.eq(type)).and(POSITION.gt(position))
                .and(POSITION.le(Sequence.of(tx, "outbox").position()))
                .orderBy(POSITION).limit(limit).fetch(StoredEvent::of));
    }

    private static StoredEvent of(Record row) {
        ActorColumns actor = new ActorColumns(row.get(ACTOR_KIND), Optional.ofNullable(row.get(ACTOR_ID)),
                Optional.ofNullable(row.get(ACTOR_DETAIL)), Optional.ofNullable(row.get(ON_BEHALF_OF)));
        return new StoredEvent(new Happening(row.get(ID), row.get(POSITION), row.get(OCCURRED), row.get(RECORDED),
                actor.actor()), row.get(CORRELATION), row.get(PAYLOAD));
    }
}
