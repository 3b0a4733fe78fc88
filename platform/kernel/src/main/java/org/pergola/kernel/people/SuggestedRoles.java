package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.PERMISSION;
import static org.pergola.kernel.schema.Tables.PERMISSION_ROLE;
import static org.pergola.kernel.schema.Tables.ROLE;
import static org.pergola.kernel.schema.Tables.ROLE_ID;
import static org.pergola.kernel.schema.Tables.ROLE_KEY;
import static org.pergola.kernel.schema.Tables.ROLE_NAME_KEY;
import static org.pergola.kernel.schema.Tables.ROLE_PERMISSION;
import static org.pergola.kernel.schema.Tables.ROLE_SUGGESTED;
import static org.pergola.kernel.schema.Tables.ROLE_VERSION;
import static org.pergola.kernel.schema.Tables.SUGGESTED;
import static org.pergola.kernel.schema.Tables.SUGGESTED_PERMISSION;
import static org.pergola.kernel.schema.Tables.SUGGESTED_ROLE;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Violations;
import org.pergola.kernel.access.Declared;
import org.pergola.kernel.access.Permissions;
import org.pergola.kernel.access.Standings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up the roles that {@code permissions.yaml} files suggest. Each suggestion once: what an administrator takes
 * out of a role stays out.
 */
@Component(service = SuggestedRoles.class)
public final class SuggestedRoles {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestedRoles.class);

    private final Database database;
    private final Standings standings;
    private final Runnable stop;

    @Activate
    public SuggestedRoles(@Reference Database database, @Reference Standings standings,
            @Reference Permissions permissions) {
        this.database = database;
        this.standings = standings;
        this.stop = permissions.read(this::takeUp);
    }

    @Deactivate
    void close() {
        stop.run();
    }

    private void takeUp(Declared declared) {
        try {
            takeUpOnce(declared);
        } catch (RuntimeException first) {
            if (!Violations.duplicate(first)) {
                LOG.error("The roles that {} suggests could not be stored", declared.owner(), first);
                return;
            }
            takeUpOnce(declared); // another node did the same at the same moment
        }
    }

    private void takeUpOnce(Declared declared) {
        if (declared.roles().isEmpty()) {
            return;
        }
        database.run(tx -> {
            boolean changed = false;
            for (Declared.SuggestedRole role : declared.roles()) {
                changed |= takeUp(tx.sql(), role);
            }
            if (changed) {
                standings.forgetAfterCommit();
            }
        });
    }

    private static boolean takeUp(DSLContext sql, Declared.SuggestedRole role) {
        UUID id = roleId(sql, role);
        Set<String> fresh = new HashSet<>(role.permissions());
        fresh.removeAll(sql.select(SUGGESTED_PERMISSION).from(SUGGESTED).where(SUGGESTED_ROLE.eq(id))
                .fetchSet(SUGGESTED_PERMISSION));
        Set<String> has = sql.select(PERMISSION).from(ROLE_PERMISSION).where(PERMISSION_ROLE.eq(id))
                .fetchSet(PERMISSION);
        for (String permission : fresh) {
            sql.insertInto(SUGGESTED, SUGGESTED_ROLE, SUGGESTED_PERMISSION).values(id, permission).execute();
            if (!has.contains(permission)) {
                sql.insertInto(ROLE_PERMISSION, PERMISSION_ROLE, PERMISSION).values(id, permission).execute();
            }
        }
        return !fresh.isEmpty();
    }

    private static UUID roleId(DSLContext sql, Declared.SuggestedRole role) {
        UUID known = sql.select(ROLE_ID).from(ROLE).where(ROLE_KEY.eq(role.id())).fetchOne(ROLE_ID);
        if (known != null) {
            role.nameKey().ifPresent(key -> sql.update(ROLE).set(ROLE_NAME_KEY, key).where(ROLE_ID.eq(known))
                    .and(ROLE_NAME_KEY.isNull().or(ROLE_NAME_KEY.ne(key))).execute());
            return known;
        }
        UUID id = Ids.next();
        sql.insertInto(ROLE, ROLE_ID, ROLE_KEY, ROLE_NAME_KEY, ROLE_SUGGESTED, ROLE_VERSION)
                .values(id, role.id(), role.nameKey().orElse(null), true, 0L).execute();
        return id;
    }
}
