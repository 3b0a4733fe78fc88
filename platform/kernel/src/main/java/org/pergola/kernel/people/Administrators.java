package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.GRANT;
import static org.pergola.kernel.schema.Tables.GRANT_FROM;
import static org.pergola.kernel.schema.Tables.GRANT_ID;
import static org.pergola.kernel.schema.Tables.GRANT_ROLE;
import static org.pergola.kernel.schema.Tables.GRANT_SCOPE;
import static org.pergola.kernel.schema.Tables.GRANT_TO;
import static org.pergola.kernel.schema.Tables.GRANT_USER;
import static org.pergola.kernel.schema.Tables.ROLE;
import static org.pergola.kernel.schema.Tables.ROLE_ID;
import static org.pergola.kernel.schema.Tables.ROLE_KEY;
import static org.pergola.kernel.schema.Tables.STATUS;
import static org.pergola.kernel.schema.Tables.USER;
import static org.pergola.kernel.schema.Tables.USER_ID;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Person;
import org.pergola.api.text.Text;
import org.pergola.kernel.access.Scope;
import org.pergola.kernel.schema.RoleKey;

/** Somebody can always administer: an active account with the administrator's role everywhere and without an end. */
final class Administrators {

    private final DSLContext sql;
    private final Instant now;

    Administrators(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /** @throws Refused where nobody else could administer once this account cannot */
    void remainWithoutUser(UUID user) {
        remain(GRANT_USER.eq(user));
    }

    /** @throws Refused where nobody could administer without this grant */
    void remainWithoutGrant(UUID grant) {
        remain(GRANT_ID.eq(grant));
    }

    private void remain(Condition going) {
        Latch.ADMINISTRATORS.take(sql);
        if (somebody(going) && !somebody(going.not())) {
            throw Refused.conflict(Text.of("kernel.role.administrator.last"));
        }
    }

    private boolean somebody(Condition which) {
        return sql.fetchExists(sql.selectOne().from(GRANT).join(ROLE).on(ROLE_ID.eq(GRANT_ROLE))
                .join(USER).on(USER_ID.eq(GRANT_USER)).where(ROLE_KEY.eq(RoleKey.ADMINISTRATOR))
                .and(GRANT_SCOPE.eq(Scope.EVERYWHERE)).and(GRANT_FROM.le(now)).and(GRANT_TO.isNull())
                .and(STATUS.eq(Person.Status.ACTIVE.name())).and(which));
    }
}
