package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.GRANT;
import static org.pergola.kernel.schema.Tables.GRANT_FROM;
import static org.pergola.kernel.schema.Tables.GRANT_ROLE;
import static org.pergola.kernel.schema.Tables.GRANT_TO;
import static org.pergola.kernel.schema.Tables.GRANT_USER;
import static org.pergola.kernel.schema.Tables.PERMISSION;
import static org.pergola.kernel.schema.Tables.PERMISSION_ROLE;
import static org.pergola.kernel.schema.Tables.ROLE_PERMISSION;
import static org.pergola.kernel.schema.Tables.STATUS;
import static org.pergola.kernel.schema.Tables.USER;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Person;
import org.pergola.api.people.Roles;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.Permissions;
import org.pergola.kernel.access.Standings;
import org.pergola.kernel.schema.Folded;

/** Roles, what they permit, and whom they are granted to. */
@Component
public final class RoleBook implements Roles {

    private static final String SEE = "kernel.role.see";
    private static final String MANAGE = "kernel.role.manage";
    private static final int NAME = 200;

    private final Database database;
    private final Access access;
    private final Permissions declared;
    private final Standings standings;
    private final Clock clock;
    private final Audit audit;
    private final Texts texts;
    private final GrantBook grants;

    @Activate
    public RoleBook(@Reference Database database, @Reference Access access, @Reference Permissions declared,
            @Reference Standings standings, @Reference Clock clock, @Reference Audit audit, @Reference Texts texts,
            @Reference GrantBook grants) {
        this.database = database;
        this.access = access;
        this.declared = declared;
        this.standings = standings;
        this.clock = clock;
        this.audit = audit;
        this.texts = texts;
        this.grants = grants;
    }

    @Override
    public List<Role> list() {
        access.require(SEE, Target.everywhere());
        return database.read(tx -> tx.em().createQuery("select r from KernelRole r", RoleRow.class).getResultList()
                .stream().map(row -> role(tx.sql(), row))
                .sorted(Comparator.comparing((Role role) -> Folded.plain(role.name()))).toList());
    }

    @Override
    public Optional<Role> find(UUID id) {
        access.require(SEE, Target.everywhere());
        return database.read(tx -> Optional.ofNullable(tx.em().find(RoleRow.class, id))
                .map(row -> role(tx.sql(), row)));
    }

    @Override
    public List<Permission> permissions() {
        access.require(SEE, Target.everywhere());
        return declared.all();
    }

    private Role role(DSLContext sql, RoleRow row) {
        return new Role(row.id(), texts.words(row.name()), row.everything() ? declared.names() : stored(sql, row.id()),
                row.suggested(), row.everybodys() ? everybody(sql) : people(sql, row.id()), row.version());
    }

    private static Set<String> stored(DSLContext sql, UUID role) {
        return sql.select(PERMISSION).from(ROLE_PERMISSION).where(PERMISSION_ROLE.eq(role)).fetchSet(PERMISSION);
    }

    /** The role that is nobody's by a grant is everybody's. */
    private static long everybody(DSLContext sql) {
        return sql.fetchCount(sql.selectOne().from(USER).where(STATUS.eq(Person.Status.ACTIVE.name())));
    }

    private long people(DSLContext sql, UUID role) {
        Condition inForce = GRANT_FROM.le(clock.now()).and(GRANT_TO.isNull().or(GRANT_TO.gt(clock.now())));
        return sql.select(DSL.countDistinct(GRANT_USER)).from(GRANT).where(GRANT_ROLE.eq(role)).and(inForce)
                .fetchSingle().value1();
    }

    @Override
    public Role create(String name, Set<String> permissions) {
        access.require(MANAGE, Target.everywhere());
        String checked = named(name);
        known(permissions);
        return database.write(tx -> {
            RoleRow row = new RoleRow(Ids.next(), checked);
            unlike(tx, row.id(), checked);
            tx.em().persist(row);
            tx.em().flush();
            store(tx.sql(), row.id(), permissions);
            audit.record(Audit.Entry.of("kernel.role.created", subject(row)).with(Map.of("permissions",
                    new Audit.Change(Optional.empty(), Optional.of(listed(permissions))))));
            return role(tx.sql(), row);
        });
    }

    @Override
    public Role change(UUID id, Optional<String> name, Optional<Set<String>> permissions, Optional<Long> ifVersion) {
        access.require(MANAGE, Target.everywhere());
        Optional<String> checked = name.map(RoleBook::named);
        return database.write(tx -> {
            RoleRow row = RoleRow.get(tx, id);
            if (ifVersion.isPresent() && ifVersion.get() != row.version()) {
                throw new Refused(Refused.Kind.MOVED_ON, Text.of("kernel.role.moved-on", texts.words(row.name())));
            }
            Map<String, Audit.Change> changes = new LinkedHashMap<>();
            checked.filter(wished -> !wished.equals(texts.words(row.name()))).ifPresent(wished -> {
                unlike(tx, id, wished);
                changes.put("name", new Audit.Change(Optional.of(texts.words(row.name())), Optional.of(wished)));
                row.rename(wished);
            });
            permissions.ifPresent(wished -> permit(tx, row, wished, changes));
            if (!changes.isEmpty()) {
                // Permissions are rows of their own: the role's version moves with them.
                tx.em().lock(row, jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT);
                tx.em().flush();
                audit.record(Audit.Entry.of("kernel.role.changed", subject(row)).with(changes));
                standings.forgetAfterCommit();
            }
            return role(tx.sql(), row);
        });
    }

    private void permit(Tx tx, RoleRow row, Set<String> wished, Map<String, Audit.Change> changes) {
        Set<String> before = stored(tx.sql(), row.id());
        if (row.everything()) {
            if (!wished.containsAll(declared.names())) {
                throw Refused.conflict(Text.of("kernel.role.administrator.everything"));
            }
            return;
        }
        if (before.equals(wished)) {
            return;
        }
        Set<String> added = new TreeSet<>(wished);
        added.removeAll(before);
        known(added);
        changes.put("permissions", new Audit.Change(Optional.of(listed(before)), Optional.of(listed(wished))));
        tx.sql().deleteFrom(ROLE_PERMISSION).where(PERMISSION_ROLE.eq(row.id())).execute();
        store(tx.sql(), row.id(), wished);
    }

    @Override
    public void delete(UUID id) {
        access.require(MANAGE, Target.everywhere());
        database.run(tx -> {
            RoleRow row = RoleRow.get(tx, id);
            if (row.suggested()) {
                throw Refused.conflict(Text.of("kernel.role.suggested", texts.words(row.name())));
            }
            if (tx.sql().fetchExists(tx.sql().selectOne().from(GRANT).where(GRANT_ROLE.eq(id)))) {
                throw Refused.conflict(Text.of("kernel.role.granted", texts.words(row.name())));
            }
            tx.sql().deleteFrom(ROLE_PERMISSION).where(PERMISSION_ROLE.eq(id)).execute();
            tx.em().remove(row);
            audit.record(Audit.Entry.of("kernel.role.deleted", subject(row)));
        });
    }

    @Override
    public List<Grant> grantsOf(UUID userId) {
        return grants.of(userId);
    }

    @Override
    public Grant grant(UUID userId, UUID roleId, String scopeType, Optional<UUID> scopeId,
            Optional<java.time.Instant> to) {
        return grants.grant(userId, roleId, scopeType, scopeId, to);
    }

    @Override
    public void revoke(UUID grantId) {
        grants.revoke(grantId);
    }

    private void known(Set<String> permissions) {
        permissions.stream().filter(permission -> declared.all().stream()
                .noneMatch(one -> one.name().equals(permission))).findFirst().ifPresent(unknown -> {
                    throw Refused.invalid("permissions", Text.of("kernel.role.permission.unknown", unknown));
                });
    }

    private void unlike(Tx tx, UUID self, String name) {
        String folded = Folded.of(name);
        boolean taken = tx.em().createQuery("select r from KernelRole r", RoleRow.class).getResultList().stream()
                .anyMatch(row -> !row.id().equals(self) && Folded.of(texts.words(row.name())).equals(folded));
        if (taken) {
            throw new Refused(Refused.Kind.CONFLICT, Text.of("kernel.role.name.taken", name), "name");
        }
    }

    private static void store(DSLContext sql, UUID role, Set<String> permissions) {
        permissions.forEach(permission -> sql.insertInto(ROLE_PERMISSION, PERMISSION_ROLE, PERMISSION)
                .values(role, permission).execute());
    }

    private static String listed(Set<String> permissions) {
        return String.join(", ", new TreeSet<>(permissions));
    }

    private static String named(String given) {
        if (given == null || given.isBlank()) {
            throw Refused.invalid("name", Text.of("kernel.field.missing"));
        }
        if (given.strip().length() > NAME) {
            throw Refused.invalid("name", Text.of("kernel.field.long", NAME));
        }
        return given.strip();
    }

    private Audit.Subject subject(RoleRow row) {
        return new Audit.Subject("role", row.id(), texts.words(row.name()));
    }
}
