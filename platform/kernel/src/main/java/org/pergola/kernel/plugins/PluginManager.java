package org.pergola.kernel.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.archive.ArchiveReader;
import org.pergola.kernel.plugins.archive.Checks;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.archive.Surroundings;
import org.pergola.kernel.plugins.framework.Bundles;
import org.pergola.kernel.plugins.record.Desired;
import org.pergola.kernel.plugins.record.Mirror;
import org.pergola.kernel.plugins.record.PluginFolder;

/** What administrators, REST and the command line ask of plugins. */
final class PluginManager implements Plugins {

    private static final String MANAGE = "kernel.plugin.manage";
    private static final String SEE = "kernel.plugin.see";

    private final Roster roster;
    private final Bundles bundles;
    private final Planner planner;
    private final Saga saga;
    private final Lifecycle lifecycle;
    private final Standing standing;
    private final ArchiveReader reader;
    private final PluginFolder folder;
    private final Mirror mirror;
    private final Access access;
    private final Runnable afterwards;
    private final Turn turn = new Turn();
    private final Map<PluginId, PluginArchive> bundled = new ConcurrentHashMap<>();

    /** @param afterwards what is done off the way after each change */
    PluginManager(Roster roster, Bundles bundles, Planner planner, Saga saga, Lifecycle lifecycle, Standing standing,
            ArchiveReader reader, PluginFolder folder, Mirror mirror, Access access, Runnable afterwards) {
        this.roster = roster;
        this.bundles = bundles;
        this.planner = planner;
        this.saga = saga;
        this.lifecycle = lifecycle;
        this.standing = standing;
        this.reader = reader;
        this.folder = folder;
        this.mirror = mirror;
        this.access = access;
        this.afterwards = afterwards;
    }

    /** What came with the distribution. */
    void bundled(Collection<PluginArchive> archives) {
        archives.forEach(archive -> bundled.put(archive.id(), archive));
    }

    @Override
    public List<Info> list() {
        access.require(SEE, Target.everywhere());
        return roster.all().stream().map(this::info).toList();
    }

    @Override
    public Optional<Info> find(PluginId id) {
        access.require(SEE, Target.everywhere());
        return roster.find(id).map(this::info);
    }

    private Info info(Entry entry) {
        Optional<PluginArchive> newer = Optional.ofNullable(bundled.get(entry.id()))
                .filter(archive -> archive.version().compareTo(entry.archive().version()) > 0);
        return standing.info(entry, newer);
    }

    @Override
    public int liveLoaders(PluginId id) {
        access.require(SEE, Target.everywhere());
        return standing.liveLoaders(id);
    }

    @Override
    public Plan plan(PluginId id, Action action) {
        access.require(MANAGE, Target.everywhere());
        Entry entry = known(id);
        return switch (action) {
            case ON, OFF -> detail(action, entry, Optional.of(entry.archive())).plan();
            case UNINSTALL -> detail(action, entry, Optional.empty()).plan();
            case UPDATE -> detail(action, entry, Optional.of(newer(entry))).plan();
            case INSTALL -> throw Refused.conflict(Text.of("kernel.plugin.there", id.value()));
        };
    }

    @Override
    public Plan plan(String fileName, InputStream file) {
        access.require(MANAGE, Target.everywhere());
        return received(fileName, file, archive -> {
            Optional<Entry> there = roster.find(archive.id());
            check(there, archive);
            return planner.plan(there.isPresent() ? Action.UPDATE : Action.INSTALL, archive.id(),
                    there.map(Entry::archive), Optional.of(archive)).plan();
        });
    }

    private Planner.Detail detail(Action action, Entry entry, Optional<PluginArchive> to) {
        return planner.plan(action, entry.id(), Optional.of(entry.archive()), to);
    }

    @Override
    public Outcome install(String fileName, InputStream file) {
        access.require(MANAGE, Target.everywhere());
        return received(fileName, file, archive -> turn.take(() -> {
            check(Optional.empty(), archive);
            return done(change(Action.INSTALL, Optional.empty(), archive, State.ON, Desired.Source.UPLOADED));
        }));
    }

    @Override
    public Outcome update(PluginId id, String fileName, InputStream file) {
        access.require(MANAGE, Target.everywhere());
        return received(fileName, file, archive -> turn.take(() -> {
            Entry entry = known(id);
            check(Optional.of(entry), archive);
            return done(change(Action.UPDATE, Optional.of(entry), archive, entry.desired().state(),
                    Desired.Source.UPLOADED));
        }));
    }

    @Override
    public Outcome updateToBundled(PluginId id) {
        access.require(MANAGE, Target.everywhere());
        return turn.take(() -> {
            Entry entry = known(id);
            PluginArchive archive = newer(entry);
            check(Optional.of(entry), archive);
            return done(change(Action.UPDATE, Optional.of(entry), archive, entry.desired().state(),
                    Desired.Source.BUNDLED));
        });
    }

    /** Takes a file up that is to be kept; it goes again where the change does not succeed. */
    private Outcome change(Action action, Optional<Entry> before, PluginArchive archive, State state,
            Desired.Source source) {
        PluginArchive kept = folder.keep(archive);
        Desired desired = new Desired(kept.id(), kept.version(), state, source, kept.file().getFileName().toString(),
                kept.hash(), before.map(entry -> entry.desired().generation()).orElse(0L) + 1);
        Planner.Detail detail = planner.plan(action, kept.id(), before.map(Entry::archive), Optional.of(kept));
        Outcome outcome = saga.run(detail, before, Optional.of(desired), Optional.of(kept));
        if (outcome.done()) {
            before.ifPresent(entry -> reader.forget(entry.archive().hash()));
            roster.find(kept.id()).filter(Entry::running).ifPresent(lifecycle::contract);
        } else {
            reader.forget(kept.hash());
        }
        return outcome;
    }

    @Override
    public Outcome on(PluginId id) {
        return switchTo(id, State.ON, Action.ON);
    }

    @Override
    public Outcome off(PluginId id) {
        return switchTo(id, State.OFF, Action.OFF);
    }

    private Outcome switchTo(PluginId id, State state, Action action) {
        access.require(MANAGE, Target.everywhere());
        return turn.take(() -> {
            Entry entry = known(id);
            Planner.Detail detail = detail(action, entry, Optional.of(entry.archive()));
            boolean nothingToDo = entry.desired().state() == state && entry.status() != Status.FAILED;
            if (nothingToDo) {
                return new Outcome(detail.plan(), true, Optional.empty(), Optional.empty());
            }
            return done(saga.run(detail, Optional.of(entry), Optional.of(entry.desired().switched(state)),
                    Optional.of(entry.archive())));
        });
    }

    @Override
    public Outcome uninstall(PluginId id) {
        access.require(MANAGE, Target.everywhere());
        return turn.take(() -> {
            Entry entry = known(id);
            List<PluginId> dependents = roster.dependents(id);
            if (!dependents.isEmpty()) {
                throw Refused.conflict(Text.of("kernel.plugin.needed", entry.name(), String.join(", ",
                        dependents.stream().map(PluginId::value).toList())));
            }
            Outcome outcome = saga.run(detail(Action.UNINSTALL, entry, Optional.empty()), Optional.of(entry),
                    Optional.empty(), Optional.empty());
            if (outcome.done()) {
                reader.forget(entry.archive().hash());
                standing.forget(id);
            }
            return done(outcome);
        });
    }

    private Outcome done(Outcome outcome) {
        List<Desired> desired = roster.all().stream().map(Entry::desired).toList();
        folder.clean(desired);
        mirror.write(desired);
        afterwards.run();
        return outcome;
    }

    private void check(Optional<Entry> there, PluginArchive archive) {
        Checks checks = new Checks(new Surroundings(bundles.platformPackages(), bundles.platformNames(),
                roster.all().stream().map(Entry::archive).toList()));
        if (there.isPresent()) {
            checks.update(there.get().archive(), archive);
        } else {
            checks.install(archive);
        }
    }

    private Entry known(PluginId id) {
        return roster.find(id).orElseThrow(() -> Refused.missing(Text.of("kernel.plugin.missing", id.value())));
    }

    private PluginArchive newer(Entry entry) {
        return Optional.ofNullable(bundled.get(entry.id()))
                .filter(archive -> archive.version().compareTo(entry.archive().version()) > 0)
                .orElseThrow(() -> Refused.conflict(Text.of("kernel.plugin.newest", entry.name())));
    }

    /** Whatever becomes of it: the uploaded file is gone afterwards, and its parts unless a plugin runs out of them. */
    private <T> T received(String fileName, InputStream file, Function<PluginArchive, T> use) {
        Path upload = reader.receive(fileName, file);
        try {
            PluginArchive archive = reader.read(fileName, upload);
            try {
                return use.apply(archive);
            } finally {
                if (roster.all().stream().noneMatch(entry -> entry.archive().hash().equals(archive.hash()))) {
                    reader.forget(archive.hash());
                }
            }
        } finally {
            delete(upload);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
