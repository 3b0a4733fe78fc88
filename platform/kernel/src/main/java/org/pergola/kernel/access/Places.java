package org.pergola.kernel.access;

import static org.pergola.kernel.schema.Tables.ANCESTOR;
import static org.pergola.kernel.schema.Tables.CLOSURE;
import static org.pergola.kernel.schema.Tables.DESCENDANT;
import static org.pergola.kernel.schema.Tables.MEMBER;
import static org.pergola.kernel.schema.Tables.MEMBERSHIP;
import static org.pergola.kernel.schema.Tables.MEMBER_FROM;
import static org.pergola.kernel.schema.Tables.MEMBER_TO;
import static org.pergola.kernel.schema.Tables.MEMBER_UNIT;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Who and what lies below org units, as conditions: over the closure and the memberships of the moment. */
final class Places {

    private Places() {
    }

    /** True for people who belong now to one of the units or to one below. */
    static Condition people(Field<UUID> person, Collection<UUID> units, Instant now) {
        return DSL.exists(DSL.selectOne().from(MEMBERSHIP).join(CLOSURE).on(DESCENDANT.eq(MEMBER_UNIT))
                .where(MEMBER.eq(person)).and(ANCESTOR.in(units)).and(MEMBER_FROM.le(now))
                .and(MEMBER_TO.isNull().or(MEMBER_TO.gt(now))));
    }

    /** True for the units and those below them. */
    static Condition units(Field<UUID> unit, Collection<UUID> units) {
        return DSL.exists(DSL.selectOne().from(CLOSURE).where(DESCENDANT.eq(unit)).and(ANCESTOR.in(units)));
    }
}
