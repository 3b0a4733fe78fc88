package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.LATCH;
import static org.pergola.kernel.schema.Tables.LATCH_NAME;
import static org.pergola.kernel.schema.Tables.LATCH_TURNS;

import org.jooq.DSLContext;

/** Lets one write at a time pass, in the whole cluster, where a rule spans rows that none of them locks. */
final class Latch {

    /** The shape of the tree of org units. */
    static final Latch UNITS = new Latch("units");

    /** Who can administer. */
    static final Latch ADMINISTRATORS = new Latch("administrators");

    private final String name;

    private Latch(String name) {
        this.name = name;
    }

    /** Held until the transaction ends. */
    void take(DSLContext sql) {
        sql.update(LATCH).set(LATCH_TURNS, LATCH_TURNS.plus(1)).where(LATCH_NAME.eq(name)).execute();
    }
}
