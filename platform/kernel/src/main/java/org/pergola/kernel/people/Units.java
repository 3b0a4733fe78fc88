package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.MEMBER;
import static org.pergola.kernel.schema.Tables.MEMBERSHIP;
import static org.pergola.kernel.schema.Tables.MEMBER_UNIT;
import static org.pergola.kernel.schema.Tables.UNIT;
import static org.pergola.kernel.schema.Tables.UNIT_DELETED;
import static org.pergola.kernel.schema.Tables.UNIT_ID;
import static org.pergola.kernel.schema.Tables.UNIT_NAME;
import static org.pergola.kernel.schema.Tables.UNIT_PARENT;
import static org.pergola.kernel.schema.Tables.UNIT_VERSION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Target;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.people.OrgUnits;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.Decision;
import org.pergola.kernel.schema.Folded;

/** The tree of org units. */
@Component
public final class Units implements OrgUnits {

    private static final String SEE = "kernel.unit.see";
    private static final String MANAGE = "kernel.unit.manage";
    private static final int NAME = 200;

    private final Database database;
    private final Decision access;
    private final Clock clock;
    private final Audit audit;

    @Activate
    public Units(@Reference Database database, @Reference Decision access, @Reference Clock clock,
            @Reference Audit audit) {
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<OrgUnit> list() {
        return inOrder(database.read(tx -> read(tx.sql(), access.visibleUnits(SEE, UNIT_ID))));
    }

    @Override
    public Optional<OrgUnit> find(UUID id) {
        return database.read(tx -> read(tx.sql(), UNIT_ID.eq(id).and(access.visibleUnits(SEE, UNIT_ID)))).stream()
                .findFirst();
    }

    private List<OrgUnit> read(DSLContext sql, Condition which) {
        Condition kept = UNIT_DELETED.isNull().and(which);
        Map<UUID, Integer> people = new HashMap<>();
        sql.select(MEMBER_UNIT, DSL.countDistinct(MEMBER)).from(MEMBERSHIP).join(UNIT).on(UNIT_ID.eq(MEMBER_UNIT))
                .where(Membership.inForce(clock.now())).and(kept).groupBy(MEMBER_UNIT)
                .forEach(row -> people.put(row.value1(), row.value2()));
        return sql.select(UNIT_ID, UNIT_NAME, UNIT_PARENT, UNIT_VERSION).from(UNIT).where(kept)
                .fetch(row -> new OrgUnit(row.get(UNIT_ID), row.get(UNIT_NAME), Optional.ofNullable(
                        row.get(UNIT_PARENT)), people.getOrDefault(row.get(UNIT_ID), 0), row.get(UNIT_VERSION)));
    }

    /** Parents before children, by name; one whose parent may not be seen stands at the top. */
    private static List<OrgUnit> inOrder(List<OrgUnit> units) {
        Set<UUID> seen = units.stream().map(OrgUnit::id).collect(Collectors.toSet());
        Map<Optional<UUID>, List<OrgUnit>> byParent = units.stream()
                .sorted(Comparator.comparing((OrgUnit unit) -> Folded.plain(unit.name())).thenComparing(OrgUnit::id))
                .collect(Collectors.groupingBy(unit -> unit.parentId().filter(seen::contains),
                        LinkedHashMap::new, Collectors.toList()));
        List<OrgUnit> ordered = new ArrayList<>(units.size());
        append(byParent, Optional.empty(), ordered);
        return ordered;
    }

    private static void append(Map<Optional<UUID>, List<OrgUnit>> byParent, Optional<UUID> parent,
            List<OrgUnit> ordered) {
        for (OrgUnit unit : byParent.getOrDefault(parent, List.of())) {
            ordered.add(unit);
            append(byParent, Optional.of(unit.id()), ordered);
        }
    }

    @Override
    public OrgUnit create(String name, Optional<UUID> parentId) {
        access.require(MANAGE, parentId.map(Target::unit).orElse(Target.everywhere()));
        String checked = named(name);
        return database.write(tx -> {
            Latch.UNITS.take(tx.sql());
            parentId.ifPresent(parent -> require(tx.sql(), parent));
            OrgUnitRow unit = new OrgUnitRow(Ids.next(), checked, parentId);
            tx.em().persist(unit);
            tx.em().flush();
            new UnitTree(tx.sql()).add(unit.id(), parentId);
            audit.record(Audit.Entry.of("kernel.unit.created", subject(unit)));
            return shown(unit, 0);
        });
    }

    @Override
    public OrgUnit change(UUID id, Optional<String> name, Optional<Optional<UUID>> parentId,
            Optional<Long> ifVersion) {
        access.require(MANAGE, Target.unit(id));
        parentId.ifPresent(parent -> access.require(MANAGE, parent.map(Target::unit).orElse(Target.everywhere())));
        Optional<String> checked = name.map(Units::named);
        return database.write(tx -> {
            if (parentId.isPresent()) {
                Latch.UNITS.take(tx.sql());
            }
            OrgUnitRow unit = get(tx, id);
            if (ifVersion.isPresent() && ifVersion.get() != unit.version()) {
                throw new Refused(Refused.Kind.MOVED_ON, Text.of("kernel.unit.moved-on", unit.name()));
            }
            Map<String, Audit.Change> changes = new LinkedHashMap<>();
            checked.filter(wished -> !wished.equals(unit.name())).ifPresent(wished -> {
                changes.put("name", new Audit.Change(Optional.of(unit.name()), Optional.of(wished)));
                unit.rename(wished);
            });
            parentId.filter(wished -> !wished.equals(unit.parent())).ifPresent(wished -> {
                changes.put("parent", new Audit.Change(unit.parent().map(up -> name(tx.sql(), up)),
                        wished.map(up -> name(tx.sql(), up))));
                move(tx, unit, wished);
            });
            tx.em().flush();
            if (!changes.isEmpty()) {
                audit.record(Audit.Entry.of("kernel.unit.changed", subject(unit)).with(changes));
            }
            return shown(unit, people(tx.sql(), id));
        });
    }

    private static void move(Tx tx, OrgUnitRow unit, Optional<UUID> parent) {
        UnitTree tree = new UnitTree(tx.sql());
        parent.ifPresent(wished -> {
            require(tx.sql(), wished);
            if (tree.isBelow(wished, unit.id())) {
                throw new Refused(Refused.Kind.CONFLICT, Text.of("kernel.unit.loop", unit.name(),
                        name(tx.sql(), wished)), "parentId");
            }
        });
        tree.move(unit.id(), parent);
        unit.moveBelow(parent);
    }

    @Override
    public void delete(UUID id) {
        access.require(MANAGE, Target.unit(id));
        database.run(tx -> {
            Latch.UNITS.take(tx.sql());
            OrgUnitRow unit = get(tx, id);
            if (tx.sql().fetchExists(tx.sql().selectOne().from(UNIT).where(UNIT_PARENT.eq(id))
                    .and(UNIT_DELETED.isNull()))) {
                throw Refused.conflict(Text.of("kernel.unit.has-units", unit.name()));
            }
            long people = people(tx.sql(), id);
            if (people > 0) {
                throw Refused.conflict(Text.of("kernel.unit.has-people", unit.name(), people));
            }
            unit.delete(clock.now());
            audit.record(Audit.Entry.of("kernel.unit.deleted", subject(unit)));
        });
    }

    private long people(DSLContext sql, UUID unit) {
        return sql.select(DSL.countDistinct(MEMBER)).from(MEMBERSHIP).where(MEMBER_UNIT.eq(unit))
                .and(Membership.inForce(clock.now())).fetchSingle().value1();
    }

    private static OrgUnitRow get(Tx tx, UUID id) {
        return Optional.ofNullable(tx.em().find(OrgUnitRow.class, id)).filter(unit -> !unit.isDeleted())
                .orElseThrow(() -> Refused.missing(Text.of("kernel.unit.missing")));
    }

    /** @throws Refused at {@code orgUnitId} where there is no such unit */
    static void require(DSLContext sql, UUID unit) {
        if (!sql.fetchExists(sql.selectOne().from(UNIT).where(UNIT_ID.eq(unit)).and(UNIT_DELETED.isNull()))) {
            throw Refused.invalid("orgUnitId", Text.of("kernel.unit.missing"));
        }
    }

    static String name(DSLContext sql, UUID unit) {
        return sql.select(UNIT_NAME).from(UNIT).where(UNIT_ID.eq(unit)).fetchOptional(UNIT_NAME).orElse("");
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

    private static OrgUnit shown(OrgUnitRow unit, long people) {
        return new OrgUnit(unit.id(), unit.name(), unit.parent(), people, unit.version());
    }

    private static Audit.Subject subject(OrgUnitRow unit) {
        return new Audit.Subject("unit", unit.id(), unit.name());
    }
}
