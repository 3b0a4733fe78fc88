package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.MEMBER;
import static org.pergola.kernel.schema.Tables.MEMBERSHIP;
import static org.pergola.kernel.schema.Tables.MEMBERSHIP_ID;
import static org.pergola.kernel.schema.Tables.MEMBER_FROM;
import static org.pergola.kernel.schema.Tables.MEMBER_TO;
import static org.pergola.kernel.schema.Tables.MEMBER_UNIT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.pergola.api.data.Ids;

/** To which org unit a person belongs, and since when: one at a time, past ones are kept. */
final class Membership {

    private final DSLContext sql;

    Membership(DSLContext sql) {
        this.sql = sql;
    }

    /** True for memberships of the moment. */
    static Condition inForce(Instant now) {
        return MEMBER_FROM.le(now).and(MEMBER_TO.isNull().or(MEMBER_TO.gt(now)));
    }

    Optional<UUID> unit(UUID person, Instant now) {
        return sql.select(MEMBER_UNIT).from(MEMBERSHIP).where(MEMBER.eq(person)).and(inForce(now))
                .orderBy(MEMBER_FROM.desc()).fetch(MEMBER_UNIT).stream().findFirst();
    }

    /** Ends what is in force and begins the new one. @return whether anything changed */
    boolean move(UUID person, UUID unit, Instant now) {
        if (unit(person, now).filter(unit::equals).isPresent()) {
            return false;
        }
        sql.update(MEMBERSHIP).set(MEMBER_TO, now).where(MEMBER.eq(person)).and(inForce(now)).execute();
        sql.insertInto(MEMBERSHIP, MEMBERSHIP_ID, MEMBER, MEMBER_UNIT, MEMBER_FROM)
                .values(Ids.next(), person, unit, now).execute();
        return true;
    }
}
