package org.pergola.kernel.event;

import static org.pergola.kernel.event.Outbox.ID;
import static org.pergola.kernel.event.Outbox.OUTBOX;
import static org.pergola.kernel.event.Outbox.POSITION;

import java.util.List;
import java.util.UUID;
import org.jooq.Query;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;
import org.pergola.kernel.work.Sequence;

/** Numbers committed events without gaps, in the order of their ids as far as they are there. */
final class Numbering {

    private static final int BATCH = 500;

    private final Database database;

    Numbering(Database database) {
        this.database = database;
    }

    /** Answers whether there were any. */
    boolean numberAll() {
        boolean any = false;
        int count;
        do {
            count = database.write(this::numberSome);
            any |= count > 0;
        } while (count == BATCH);
        return any;
    }

    private int numberSome(Tx tx) {
        if (!tx.sql().fetchExists(OUTBOX, POSITION.isNull())) {
            return 0;
        }
        Sequence sequence = Sequence.locked(tx, "outbox");
        List<UUID> ids = tx.sql().select(ID).from(OUTBOX).where(POSITION.isNull()).orderBy(ID).limit(BATCH).fetch(ID);
        if (ids.isEmpty()) {
            return 0;
        }
        long last = sequence.position();
        Query[] updates = new Query[ids.size()];
        for (int i = 0; i < updates.length; i++) {
            updates[i] = tx.sql().update(OUTBOX).set(POSITION, ++last).where(ID.eq(ids.get(i)));
        }
        tx.sql().batch(updates).execute();
        sequence.moved(tx, last, "");
        return ids.size();
    }
}
