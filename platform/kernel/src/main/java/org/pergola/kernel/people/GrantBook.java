package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.GRANT;
import static org.pergola.kernel.schema.Tables.GRANT_BY;
import static org.pergola.kernel.schema.Tables.GRANT_FROM;
import static org.pergola.kernel.schema.Tables.GRANT_ID;
import static org.pergola.kernel.schema.Tables.GRANT_ROLE;
import static org.pergola.kernel.schema.Tables.GRANT_SCOPE;
import static org.pergola.kernel.schema.Tables.GRANT_SCOPE_ID;
import static org.pergola.kernel.schema.Tables.GRANT_TO;
import static org.pergola.kernel.schema.Tables.GRANT_USER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Roles.Grant;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.Scope;
import org.pergola.kernel.access.Standings;

/** Who was granted which role where, from when to when. Ended grants stay as a record. */
@Component(service = GrantBook.class)
public final class GrantBook {

    private static final String SEE = "kernel.role.see";
    private static final String MANAGE = "kernel.role.manage";

    private final Database database;
    private final Access access;
    private final Actors actors;
    private final Standings standings;
    private final Clock clock;
    private final Audit audit;
    private final Texts texts;

    @Activate
    public GrantBook(@Reference Database database, @Reference Access access, @Reference Actors actors,
            @Reference Standings standings, @Reference Clock clock, @Reference Audit audit,
            @Reference Texts texts) {
        this.database = database;
        this.access = access;
        this.actors = actors;
        this.standings = standings;
        this.clock = clock;
        this.audit = audit;
        this.texts = texts;
    }

    List<Grant> of(UUID userId) {
        if (actors.current().person().filter(userId::equals).isEmpty()) {
            access.require(SEE, Target.everywhere());
        }
        return database.read(tx -> rows(tx.sql(), GRANT_USER.eq(userId)
                .and(GRANT_TO.isNull().or(GRANT_TO.gt(clock.now())))));
    }

    Grant grant(UUID userId, UUID roleId, String scopeType, Optional<UUID> scopeId, Optional<Instant> to) {
        access.require(MANAGE, Target.everywhere());
        Instant now = clock.now();
        if (to.filter(end -> !end.isAfter(now)).isPresent()) {
            throw Refused.invalid("to", Text.of("kernel.grant.to.past"));
        }
        boolean everywhere = scopeType.equals(Scope.EVERYWHERE);
        if (everywhere == scopeId.isPresent()) {
            throw Refused.invalid("scopeId", Text.of(everywhere ? "kernel.grant.scope.none" : "kernel.field.missing"));
        }
        Grant grant = new Grant(Ids.next(), userId, roleId, scopeType, scopeId, now, to);
        return database.write(tx -> {
            User user = User.get(tx, userId);
            RoleRow role = RoleRow.get(tx, roleId);
            if (role.everybodys()) {
                throw Refused.conflict(Text.of("kernel.role.everybodys", texts.words(role.name())));
            }
            if (scopeType.equals(Scope.UNIT)) {
                Units.require(tx.sql(), scopeId.orElseThrow());
            }
            Optional<Grant> same = held(tx.sql(), grant, now);
            if (same.isPresent()) {
                return same.get();
            }
            tx.sql().insertInto(GRANT, GRANT_ID, GRANT_USER, GRANT_ROLE, GRANT_SCOPE, GRANT_SCOPE_ID, GRANT_FROM,
                    GRANT_TO, GRANT_BY).values(grant.id(), userId, roleId, scopeType, scopeId.orElse(null), now,
                            to.orElse(null), actors.current().person().orElse(null)).execute();
            audit.record(Audit.Entry.of("kernel.grant.given", user.subject()).with(Map.of(
                    "role", new Audit.Change(Optional.empty(), Optional.of(texts.words(role.name()))),
                    "scope", new Audit.Change(Optional.empty(), Optional.of(place(tx.sql(), grant))))));
            standings.forgetAfterCommit();
            return grant;
        });
    }

    /** The same again changes nothing. */
    private static Optional<Grant> held(DSLContext sql, Grant wished, Instant now) {
        return rows(sql, GRANT_USER.eq(wished.userId()).and(GRANT_ROLE.eq(wished.roleId()))
                .and(GRANT_SCOPE.eq(wished.scopeType()))).stream()
                .filter(grant -> grant.scopeId().equals(wished.scopeId()) && grant.to().equals(wished.to())
                        && !grant.from().isAfter(now)).findFirst();
    }

    void revoke(UUID grantId) {
        access.require(MANAGE, Target.everywhere());
        database.run(tx -> {
            Instant now = clock.now();
            Grant grant = rows(tx.sql(), GRANT_ID.eq(grantId)).stream().findFirst()
                    .filter(one -> one.to().map(end -> end.isAfter(now)).orElse(true))
                    .orElseThrow(() -> Refused.missing(Text.of("kernel.grant.missing")));
            new Administrators(tx.sql(), now).remainWithoutGrant(grantId);
            tx.sql().update(GRANT).set(GRANT_TO, now).where(GRANT_ID.eq(grantId)).execute();
            User user = User.get(tx, grant.userId());
            RoleRow role = RoleRow.get(tx, grant.roleId());
            audit.record(Audit.Entry.of("kernel.grant.revoked", user.subject()).with(Map.of(
                    "role", new Audit.Change(Optional.of(texts.words(role.name())), Optional.empty()),
                    "scope", new Audit.Change(Optional.of(place(tx.sql(), grant)), Optional.empty()))));
            standings.forgetAfterCommit();
        });
    }

    private String place(DSLContext sql, Grant grant) {
        return switch (grant.scopeType()) {
            case Scope.EVERYWHERE -> texts.words(Text.of("kernel.scope.everywhere"));
            case Scope.UNIT -> Units.name(sql, grant.scopeId().orElseThrow());
            default -> grant.scopeType() + " " + grant.scopeId().map(UUID::toString).orElse("");
        };
    }

    private static List<Grant> rows(DSLContext sql, Condition which) {
        return sql.select(GRANT_ID, GRANT_USER, GRANT_ROLE, GRANT_SCOPE, GRANT_SCOPE_ID, GRANT_FROM, GRANT_TO)
                .from(GRANT).where(which).orderBy(GRANT_FROM, GRANT_ID).fetch(GrantBook::read);
    }

    private static Grant read(Record row) {
        return new Grant(row.get(GRANT_ID), row.get(GRANT_USER), row.get(GRANT_ROLE), row.get(GRANT_SCOPE),
                Optional.ofNullable(row.get(GRANT_SCOPE_ID)), row.get(GRANT_FROM),
                Optional.ofNullable(row.get(GRANT_TO)));
    }
}
