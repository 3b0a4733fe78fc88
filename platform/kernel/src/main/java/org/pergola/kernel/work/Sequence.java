package org.pergola.kernel.work;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.api.data.Tx;

/**
 * How far a log has been numbered.
 *
 * @param chain the hash of the last row, where the log is chained
 */
public record Sequence(String name, long position, String chain) {

    private static final Table<Record> SEQUENCE = Column.table("kernel_sequence");
    private static final Field<String> NAME = Column.string("kernel_sequence", "name");
    private static final Field<Long> POSITION = Column.bigint("kernel_sequence", "pos");
    private static final Field<String> CHAIN = Column.string("kernel_sequence", "chain");

    public static Sequence of(Tx tx, String name) {
        return tx.sql().select(POSITION, CHAIN).from(SEQUENCE).where(NAME.eq(name))
                .fetchSingle(row -> new Sequence(name, row.get(POSITION), row.get(CHAIN)));
    }

    /** As {@link #of}, keeping everybody else in the cluster from numbering until the end of the transaction. */
    public static Sequence locked(Tx tx, String name) {
        tx.sql().update(SEQUENCE).set(POSITION, POSITION.plus(0L)).where(NAME.eq(name)).execute();
        return of(tx, name);
    }

    public void moved(Tx tx, long last, String hash) {
        tx.sql().update(SEQUENCE).set(POSITION, last).set(CHAIN, hash).where(NAME.eq(name)).execute();
    }
}
