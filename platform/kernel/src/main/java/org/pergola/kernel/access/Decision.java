package org.pergola.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pergola.api.access.Access;
import org.pergola.api.access.ScopeType;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.host.Guard;
import org.pergola.api.host.ResourceAccess;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that decides. */
@Component(service = {Access.class, ResourceAccess.class, Decision.class})
public final class Decision implements Access, ResourceAccess {

    private static final Logger LOG = LoggerFactory.getLogger(Decision.class);

    private final Actors actors;
    private final Permissions permissions;
    private final Standings standings;
    private final Database database;
    private final Clock clock;
    private final Guard guard;

    @Reference(service = ScopeType.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<ServiceReference<ScopeType>> scopeTypes = List.of();

    @Activate
    public Decision(@Reference Actors actors, @Reference Permissions permissions, @Reference Standings standings,
            @Reference Database database, @Reference Clock clock, @Reference Guard guard) {
        this.actors = actors;
        this.permissions = permissions;
        this.standings = standings;
        this.database = database;
        this.clock = clock;
        this.guard = guard;
    }

    @Override
    public boolean may(String permission, Target target) {
        return decide(permission, userId -> held(userId, permission).stream().anyMatch(held -> reaches(held, target)));
    }

    @Override
    public boolean mayAnywhere(String permission) {
        return decide(permission, userId -> !held(userId, permission).isEmpty());
    }

    @Override
    public void require(String permission, Target target) {
        refuseUnless(may(permission, target), permission);
    }

    @Override
    public void requireAnywhere(String permission) {
        refuseUnless(mayAnywhere(permission), permission);
    }

    @Override
    public Condition visible(String permission, Field<UUID> personColumn) {
        return rows(permission, units -> Places.people(personColumn, units, clock.now()));
    }

    /** As {@link #visible}, for rows that are org units. */
    public Condition visibleUnits(String permission, Field<UUID> unitColumn) {
        return rows(permission, units -> Places.units(unitColumn, units));
    }

    @Override
    public boolean declared(String permission) {
        return openToAll(permission) || permissions.declared(permission);
    }

    @Override
    public boolean administers(UUID userId) {
        return standings.of(userId).held().stream().filter(held -> held.inForce(clock.now()))
                .anyMatch(held -> held.everything() || held.permissions().stream().anyMatch(
                        name -> permissions.find(name).map(Declared.Permission::administration).orElse(false)));
    }

    /** Whether somebody else than the actor holds the permission everywhere. */
    public boolean holdsEverywhere(UUID userId, String permission) {
        return held(userId, permission).stream().anyMatch(Standing.Held::everywhere);
    }

    private interface ForPerson {
        boolean holds(UUID userId);
    }

    private boolean decide(String permission, ForPerson person) {
        return switch (actors.current()) {
            case Actor.Operator operator -> known(permission);
            case Actor.Startup startup -> known(permission);
            case Actor.Anonymous anonymous -> permission.equals(PUBLIC);
            case Actor.Plugin plugin -> openToAll(permission) || systemMay(plugin, permission);
            case Actor.Person acting -> openToAll(permission) ? standsOrPublic(acting, permission)
                    : known(permission) && person.holds(acting.userId());
        };
    }

    private boolean standsOrPublic(Actor.Person acting, String permission) {
        return permission.equals(PUBLIC) || standings.active(acting.userId());
    }

    private boolean systemMay(Actor.Plugin plugin, String permission) {
        return known(permission) && permissions.system(plugin.pluginId().value()).contains(permission);
    }

    private static boolean openToAll(String permission) {
        return permission.equals(PUBLIC) || permission.equals(SIGNED_IN);
    }

    private boolean known(String permission) {
        if (declared(permission)) {
            return true;
        }
        LOG.error("Nobody declares the permission {}, so it is refused; it belongs into a permissions.yaml",
                permission);
        return false;
    }

    private List<Standing.Held> held(UUID userId, String permission) {
        return standings.of(userId).held().stream().filter(held -> held.permits(permission, clock.now())).toList();
    }

    private boolean reaches(Standing.Held held, Target target) {
        if (held.everywhere()) {
            return true;
        }
        if (held.scopeId().isEmpty()) {
            return false;
        }
        UUID scope = held.scopeId().get();
        if (held.scopeType().equals(Scope.UNIT)) {
            return target.id().map(id -> switch (target.kind()) {
                case "person" -> is(() -> Places.people(Column.value(id), List.of(scope), clock.now()));
                case Scope.UNIT -> is(() -> Places.units(Column.value(id), List.of(scope)));
                default -> false;
            }).orElse(false);
        }
        return scopeTypes.stream().anyMatch(type -> guard.with(type, "scope type",
                service -> service.id().equals(held.scopeType()) && service.covers(scope, target)).orElse(false));
    }

    private boolean is(Supplier<Condition> condition) {
        return database.read(tx -> tx.sql().selectOne().where(condition.get()).fetchOne() != null);
    }

    private interface InUnits {
        Condition in(List<UUID> units);
    }

    private Condition rows(String permission, InUnits inUnits) {
        Actor actor = actors.current();
        if (!(actor instanceof Actor.Person person) || openToAll(permission)) {
            return mayAnywhere(permission) ? DSL.trueCondition() : DSL.falseCondition();
        }
        List<Standing.Held> held = known(permission) ? held(person.userId(), permission) : List.of();
        if (held.stream().anyMatch(Standing.Held::everywhere)) {
            return DSL.trueCondition();
        }
        List<UUID> units = held.stream().filter(one -> one.scopeType().equals(Scope.UNIT))
                .map(Standing.Held::scopeId).flatMap(Optional::stream).distinct().toList();
        return units.isEmpty() ? DSL.falseCondition() : inUnits.in(units);
    }

    private void refuseUnless(boolean permitted, String permission) {
        if (permitted) {
            return;
        }
        if (actors.current() instanceof Actor.Anonymous) {
            throw new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("kernel.access.sign-in"));
        }
        Text title = permissions.find(permission).map(Declared.Permission::title).orElse(Text.plain(permission));
        throw Refused.forbidden(Text.of("kernel.access.forbidden", title));
    }
}
