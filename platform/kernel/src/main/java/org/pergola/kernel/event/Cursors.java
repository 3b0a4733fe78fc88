package org.pergola.kernel.event;

import static org.pergola.kernel.event.Outbox.CURSOR;
import static org.pergola.kernel.event.Outbox.CURSOR_POSITION;
import static org.pergola.kernel.event.Outbox.LISTENER;

import java.util.Optional;
import org.pergola.api.data.Database;
import org.pergola.kernel.work.Sequence;

/** How far each listener has come. */
final class Cursors {

    private final Database database;

    Cursors(Database database) {
        this.database = database;
    }

    /** Where the listener stands; one that was never seen stands at the end of what has been numbered. */
    long position(String listener) {
        return find(listener).orElseGet(() -> begin(listener));
    }

    private Optional<Long> find(String listener) {
        return database.read(tx -> tx.sql().select(CURSOR_POSITION).from(CURSOR).where(LISTENER.eq(listener))
                .fetchOptional(CURSOR_POSITION));
    }

    private long begin(String listener) {
        return database.write(tx -> {
            long end = Sequence.of(tx, "outbox").position();
            tx.sql().insertInto(CURSOR, LISTENER, CURSOR_POSITION).values(listener, end).execute();
            return end;
        });
    }

    void move(String listener, long position) {
        database.run(tx -> tx.sql().update(CURSOR).set(CURSOR_POSITION, position).where(LISTENER.eq(listener))
                .execute());
    }
}
