package org.pergola.kernel.work;

import java.time.Duration;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;

/**
 * What only one node of the cluster may do. Whoever does it moves a counter on; another takes over when it has seen
 * the counter stand still for a while, by its own nanoseconds, so that no two clocks have to agree.
 */
public final class Lease {

    private static final Table<Record> LEASE = Column.table("kernel_lease");
    private static final Field<String> NAME = Column.string("kernel_lease", "name");
    private static final Field<String> NODE = Column.string("kernel_lease", "node");
    private static final Field<Long> BEAT = Column.bigint("kernel_lease", "beat");

    private final Database database;
    private final String name;
    private final String node;
    private final Duration patience;
    private long seenBeat = -1;
    private long seenSince;
    private Long heldSince;

    public Lease(Database database, String name, String node, Duration patience) {
        this.database = database;
        this.name = name;
        this.node = node;
        this.patience = patience;
    }

    /** Whether this node holds it now; asked again and again while it is wanted. */
    public synchronized boolean held() {
        long now = System.nanoTime();
        if (heldSince != null && now - heldSince < patience.toNanos() / 5) {
            return true;
        }
        heldSince = database.write(this::tryToHold) ? now : null;
        return heldSince != null;
    }

    private boolean tryToHold(Tx tx) {
        int mine = tx.sql().update(LEASE).set(BEAT, BEAT.plus(1L)).where(NAME.eq(name)).and(NODE.eq(node)).execute();
        if (mine > 0) {
            return true;
        }
        Optional<Long> beat = tx.sql().select(BEAT).from(LEASE).where(NAME.eq(name)).fetchOptional(BEAT);
        if (beat.isEmpty()) {
            tx.sql().insertInto(LEASE, NAME, NODE, BEAT).values(name, node, 1L).execute();
            return true;
        }
        if (beat.get() != seenBeat) {
            seenBeat = beat.get();
            seenSince = System.nanoTime();
            return false;
        }
        if (System.nanoTime() - seenSince < patience.toNanos()) {
            return false;
        }
        return tx.sql().update(LEASE).set(NODE, node).set(BEAT, BEAT.plus(1L)).where(NAME.eq(name))
                .and(BEAT.eq(seenBeat)).execute() > 0;
    }
}
