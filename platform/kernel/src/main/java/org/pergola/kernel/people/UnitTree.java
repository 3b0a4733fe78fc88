package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.ANCESTOR;
import static org.pergola.kernel.schema.Tables.CLOSURE;
import static org.pergola.kernel.schema.Tables.DEPTH;
import static org.pergola.kernel.schema.Tables.DESCENDANT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The closure of the tree: each unit with each of its ancestors. The caller holds {@link Latch#UNITS}. */
final class UnitTree {

    private final DSLContext sql;

    UnitTree(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID unit, Optional<UUID> parent) {
        insert(unit, unit, 0);
        parent.ifPresent(above -> ancestors(above).forEach((ancestor, depth) -> insert(ancestor, unit, depth + 1)));
    }

    boolean isBelow(UUID unit, UUID top) {
        return sql.fetchExists(sql.selectOne().from(CLOSURE).where(ANCESTOR.eq(top)).and(DESCENDANT.eq(unit)));
    }

    /** Moves the unit with all below it. */
    void move(UUID unit, Optional<UUID> parent) {
        Map<UUID, Integer> below = descendants(unit);
        sql.deleteFrom(CLOSURE).where(DESCENDANT.in(below.keySet())).and(ANCESTOR.notIn(below.keySet())).execute();
        parent.ifPresent(above -> ancestors(above).forEach((ancestor, up) -> below.forEach(
                (descendant, down) -> insert(ancestor, descendant, up + down + 1))));
    }

    private Map<UUID, Integer> ancestors(UUID unit) {
        Map<UUID, Integer> depths = new LinkedHashMap<>();
        sql.select(ANCESTOR, DEPTH).from(CLOSURE).where(DESCENDANT.eq(unit))
                .forEach(row -> depths.put(row.get(ANCESTOR), row.get(DEPTH)));
        return depths;
    }

    private Map<UUID, Integer> descendants(UUID unit) {
        Map<UUID, Integer> depths = new LinkedHashMap<>();
        sql.select(DESCENDANT, DEPTH).from(CLOSURE).where(ANCESTOR.eq(unit))
                .forEach(row -> depths.put(row.get(DESCENDANT), row.get(DEPTH)));
        return depths;
    }

    private void insert(UUID ancestor, UUID descendant, int depth) {
        sql.insertInto(CLOSURE, ANCESTOR, DESCENDANT, DEPTH).values(ancestor, descendant, depth).execute();
    }
}
