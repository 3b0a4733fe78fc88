package org.pergola.kernel.plugins.record;

import static org.pergola.kernel.plugins.record.Tables.AMOUNT;
import static org.pergola.kernel.plugins.record.Tables.CHANGE;
import static org.pergola.kernel.plugins.record.Tables.CHANGED;
import static org.pergola.kernel.plugins.record.Tables.CHANGE_ID;
import static org.pergola.kernel.plugins.record.Tables.CHANGE_PLUGIN;
import static org.pergola.kernel.plugins.record.Tables.DETAIL;
import static org.pergola.kernel.plugins.record.Tables.FILE;
import static org.pergola.kernel.plugins.record.Tables.FROM_VERSION;
import static org.pergola.kernel.plugins.record.Tables.GENERATION;
import static org.pergola.kernel.plugins.record.Tables.HASH;
import static org.pergola.kernel.plugins.record.Tables.ID;
import static org.pergola.kernel.plugins.record.Tables.KIND;
import static org.pergola.kernel.plugins.record.Tables.PLACE;
import static org.pergola.kernel.plugins.record.Tables.PLUGIN;
import static org.pergola.kernel.plugins.record.Tables.RECORDED;
import static org.pergola.kernel.plugins.record.Tables.SOURCE;
import static org.pergola.kernel.plugins.record.Tables.STEP;
import static org.pergola.kernel.plugins.record.Tables.STEP_ID;
import static org.pergola.kernel.plugins.record.Tables.TEXT_ARGS;
import static org.pergola.kernel.plugins.record.Tables.TEXT_KEY;
import static org.pergola.kernel.plugins.record.Tables.TO_VERSION;
import static org.pergola.kernel.plugins.record.Tables.USAGE;
import static org.pergola.kernel.plugins.record.Tables.USAGE_PLUGIN;
import static org.pergola.kernel.plugins.record.Tables.VERSION;
import static org.pergola.kernel.plugins.record.Tables.WISHED;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.time.Clock;

/** The book in the database. */
@Component(service = Ledger.class)
public final class DatabaseLedger implements Ledger {

    private static final int LONGEST_DETAIL = 1_000;

    private final Database database;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public DatabaseLedger(@Reference Database database, @Reference Audit audit, @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Desired> desired() {
        return database.read(tx -> tx.sql().select(ID, VERSION, WISHED, SOURCE, FILE, HASH, GENERATION).from(PLUGIN)
                .orderBy(ID).fetch(DatabaseLedger::read));
    }

    private static Desired read(Record row) {
        return new Desired(PluginId.of(row.get(ID)), Version.parseVersion(row.get(VERSION)),
                Plugins.State.valueOf(row.get(WISHED)), Desired.Source.valueOf(row.get(SOURCE)), row.get(FILE),
                row.get(HASH), row.get(GENERATION));
    }

    @Override
    public void seed(Desired desired, String name) {
        database.run(tx -> {
            boolean known = tx.sql().fetchExists(PLUGIN, ID.eq(desired.id().value()));
            write(tx.sql(), desired);
            record(known ? "update" : "install", desired.id(), name, Map.of("version",
                    new Audit.Change(Optional.empty(), Optional.of(desired.version().toString()))), Optional.empty());
        });
    }

    @Override
    public void step(Change change, Change.Step step, String detail) {
        database.run(tx -> write(tx.sql(), change, step, detail));
    }

    private void write(DSLContext sql, Change change, Change.Step step, String detail) {
        String cut = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        sql.insertInto(CHANGE).set(STEP_ID, Ids.next()).set(CHANGE_ID, change.id())
                .set(CHANGE_PLUGIN, change.plugin().value()).set(KIND, change.action().name()).set(STEP, step.name())
                .set(FROM_VERSION, change.from().orElse(null)).set(TO_VERSION, change.to().orElse(null))
                .set(DETAIL, cut).set(RECORDED, Column.value(clock.now())).execute();
    }

    @Override
    public void commit(Change change, Optional<Desired> desired, String name) {
        database.run(tx -> {
            if (desired.isPresent()) {
                write(tx.sql(), desired.get());
            } else {
                tx.sql().deleteFrom(PLUGIN).where(ID.eq(change.plugin().value())).execute();
                tx.sql().deleteFrom(USAGE).where(USAGE_PLUGIN.eq(change.plugin().value())).execute();
            }
            write(tx.sql(), change, Change.Step.COMMITTED, "");
            record(change.action().name().toLowerCase(Locale.ROOT), change.plugin(), name, versions(change),
                    Optional.empty());
        });
    }

    @Override
    public void rollBack(Change change, String name, String reason) {
        database.run(tx -> {
            write(tx.sql(), change, Change.Step.ROLLED_BACK, reason);
            record("rolled-back", change.plugin(), name, versions(change), Optional.of(reason));
        });
    }

    private void write(DSLContext sql, Desired desired) {
        sql.deleteFrom(PLUGIN).where(ID.eq(desired.id().value())).execute();
        sql.insertInto(PLUGIN).set(ID, desired.id().value()).set(VERSION, desired.version().toString())
                .set(WISHED, desired.state().name()).set(SOURCE, desired.source().name()).set(FILE, desired.file())
                .set(HASH, desired.hash()).set(GENERATION, desired.generation())
                .set(CHANGED, Column.value(clock.now())).execute();
    }

    private static Map<String, Audit.Change> versions(Change change) {
        return change.from().equals(change.to()) ? Map.of()
                : Map.of("version", new Audit.Change(change.from(), change.to()));
    }

    private void record(String verb, PluginId plugin, String name, Map<String, Audit.Change> changes,
            Optional<String> reason) {
        UUID id = UUID.nameUUIDFromBytes(("plugin:" + plugin).getBytes(StandardCharsets.UTF_8));
        audit.record(new Audit.Entry("kernel.plugin." + verb, new Audit.Subject("plugin", id, name), changes,
                Optional.empty(), reason));
    }

    @Override
    public List<Change> unfinished() {
        List<String> ends = List.of(Change.Step.COMMITTED.name(), Change.Step.ROLLED_BACK.name());
        return database.read(tx -> {
            List<UUID> ended = tx.sql().select(CHANGE_ID).from(CHANGE).where(STEP.in(ends)).fetch(CHANGE_ID);
            return tx.sql().select(CHANGE_ID, CHANGE_PLUGIN, KIND, FROM_VERSION, TO_VERSION, RECORDED).from(CHANGE)
                    .where(STEP.eq(Change.Step.PLANNED.name())).orderBy(RECORDED)
                    .fetch(row -> new Change(row.get(CHANGE_ID), PluginId.of(row.get(CHANGE_PLUGIN)),
                            Plugins.Action.valueOf(row.get(KIND)), Optional.ofNullable(row.get(FROM_VERSION)),
                            Optional.ofNullable(row.get(TO_VERSION))))
                    .stream().filter(change -> !ended.contains(change.id())).toList();
        });
    }

    @Override
    public Map<PluginId, List<DataOwner.Usage>> usage() {
        return database.read(tx -> {
            Map<PluginId, List<DataOwner.Usage>> usage = new HashMap<>();
            tx.sql().select(USAGE_PLUGIN, PLACE, AMOUNT, TEXT_KEY, TEXT_ARGS).from(USAGE)
                    .orderBy(USAGE_PLUGIN, PLACE).fetchGroups(USAGE_PLUGIN)
                    .forEach((plugin, rows) -> usage.put(PluginId.of(plugin), rows.stream()
                            .map(row -> new DataOwner.Usage(row.get(AMOUNT),
                                    Wordings.read(row.get(TEXT_KEY), row.get(TEXT_ARGS))))
                            .toList()));
            return usage;
        });
    }

    @Override
    public void usage(PluginId plugin, List<DataOwner.Usage> usage) {
        database.run(tx -> {
            tx.sql().deleteFrom(USAGE).where(USAGE_PLUGIN.eq(plugin.value())).execute();
            for (int place = 0; place < usage.size(); place++) {
                write(tx, plugin, place, usage.get(place));
            }
        });
    }

    private static void write(Tx tx, PluginId plugin, int place, DataOwner.Usage usage) {
        tx.sql().insertInto(USAGE).set(USAGE_PLUGIN, plugin.value()).set(PLACE, place).set(AMOUNT, usage.count())
                .set(TEXT_KEY, usage.words().key()).set(TEXT_ARGS, Wordings.arguments(usage.words())).execute();
    }
}
