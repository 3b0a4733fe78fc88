package org.pergola.kernel.access;

import static org.pergola.kernel.schema.Tables.GENERATION;
import static org.pergola.kernel.schema.Tables.GRANT;
import static org.pergola.kernel.schema.Tables.GRANT_FROM;
import static org.pergola.kernel.schema.Tables.GRANT_ROLE;
import static org.pergola.kernel.schema.Tables.GRANT_SCOPE;
import static org.pergola.kernel.schema.Tables.GRANT_SCOPE_ID;
import static org.pergola.kernel.schema.Tables.GRANT_TO;
import static org.pergola.kernel.schema.Tables.GRANT_USER;
import static org.pergola.kernel.schema.Tables.PERMISSION;
import static org.pergola.kernel.schema.Tables.PERMISSION_ROLE;
import static org.pergola.kernel.schema.Tables.ROLE;
import static org.pergola.kernel.schema.Tables.ROLE_ID;
import static org.pergola.kernel.schema.Tables.ROLE_KEY;
import static org.pergola.kernel.schema.Tables.ROLE_PERMISSION;
import static org.pergola.kernel.schema.Tables.STATUS;
import static org.pergola.kernel.schema.Tables.USER;
import static org.pergola.kernel.schema.Tables.USER_ID;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.people.Person;
import org.pergola.kernel.schema.RoleKey;

/**
 * How accounts stand, kept for seconds: asked several times in each request. A change on this node is seen as soon
 * as it is committed, one on another node after {@link #KEPT}.
 */
@Component(service = Standings.class)
public final class Standings {

    static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private record Kept(Standing standing, long until) {
    }

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final Database database;
    private volatile long emptied;

    @Activate
    public Standings(@Reference Database database) {
        this.database = database;
    }

    Standing of(UUID userId) {
        Kept known = kept.get(userId);
        if (known != null && known.until() - System.nanoTime() > 0) {
            return known.standing();
        }
        long before = emptied;
        Standing standing = database.read(tx -> load(tx.sql(), userId));
        if (kept.size() >= MOST) {
            kept.clear();
        }
        if (before == emptied) {
            kept.put(userId, new Kept(standing, System.nanoTime() + KEPT.toNanos()));
        }
        return standing;
    }

    public boolean active(UUID userId) {
        return of(userId).active();
    }

    public long generation(UUID userId) {
        return of(userId).generation();
    }

    /** Forgets after the write under way: grants, roles or accounts have changed. */
    public void forgetAfterCommit() {
        kept.clear();
        database.afterCommit(() -> {
            emptied++;
            kept.clear();
        });
    }

    private static Standing load(DSLContext sql, UUID userId) {
        Record account = sql.select(STATUS, GENERATION).from(USER).where(USER_ID.eq(userId)).fetchOne();
        if (account == null) {
            return Standing.NOBODY;
        }
        boolean active = account.get(STATUS).equals(Person.Status.ACTIVE.name());
        return new Standing(active, account.get(GENERATION), active ? held(sql, userId) : List.of());
    }

    private static List<Standing.Held> held(DSLContext sql, UUID userId) {
        Map<UUID, Set<String>> permissions = permissions(sql, userId);
        List<Standing.Held> held = new ArrayList<>();
        sql.select(ROLE_ID).from(ROLE).where(ROLE_KEY.eq(RoleKey.LEARNER)).fetch(ROLE_ID)
                .forEach(role -> held.add(new Standing.Held(false, permissions.getOrDefault(role, Set.of()),
                        Scope.EVERYWHERE, Optional.empty(), Instant.EPOCH, Optional.empty())));
        sql.select(GRANT_ROLE, GRANT_SCOPE, GRANT_SCOPE_ID, GRANT_FROM, GRANT_TO, ROLE_KEY).from(GRANT)
                .join(ROLE).on(ROLE_ID.eq(GRANT_ROLE)).where(GRANT_USER.eq(userId))
                .forEach(row -> held.add(new Standing.Held(row.get(ROLE_KEY).equals(RoleKey.ADMINISTRATOR),
                        permissions.getOrDefault(row.get(GRANT_ROLE), Set.of()), row.get(GRANT_SCOPE),
                        Optional.ofNullable(row.get(GRANT_SCOPE_ID)), row.get(GRANT_FROM),
                        Optional.ofNullable(row.get(GRANT_TO)))));
        return List.copyOf(held);
    }

    private static Map<UUID, Set<String>> permissions(DSLContext sql, UUID userId) {
        Map<UUID, Set<String>> byRole = new ConcurrentHashMap<>();
        sql.select(PERMISSION_ROLE, PERMISSION).from(ROLE_PERMISSION).join(ROLE).on(ROLE_ID.eq(PERMISSION_ROLE))
                .where(ROLE_KEY.eq(RoleKey.LEARNER)).or(ROLE_ID.in(
                        sql.select(GRANT_ROLE).from(GRANT).where(GRANT_USER.eq(userId))))
                .forEach(row -> byRole.computeIfAbsent(row.get(PERMISSION_ROLE), id -> ConcurrentHashMap.newKeySet())
                        .add(row.get(PERMISSION)));
        return byRole;
    }
}
