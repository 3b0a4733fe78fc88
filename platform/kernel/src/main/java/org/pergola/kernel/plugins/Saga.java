package org.pergola.kernel.plugins;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.pergola.api.data.Ids;
import org.pergola.api.host.Migrations;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.record.Change;
import org.pergola.kernel.plugins.record.Desired;
import org.pergola.kernel.plugins.record.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one change through its steps, or takes it back. */
final class Saga {

    private static final Logger LOG = LoggerFactory.getLogger(Saga.class);
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final Roster roster;
    private final Lifecycle lifecycle;
    private final Probation probation;
    private final Migrations migrations;
    private final Collection<SwapParticipant> participants;
    private final Ledger ledger;
    private final Texts texts;
    private final Path work;

    /** @param work a folder for what is needed for moments */
    Saga(Roster roster, Lifecycle lifecycle, Probation probation, Migrations migrations,
            Collection<SwapParticipant> participants, Ledger ledger, Texts texts, Path work) {
        this.roster = roster;
        this.lifecycle = lifecycle;
        this.probation = probation;
        this.migrations = migrations;
        this.participants = participants;
        this.ledger = ledger;
        this.texts = texts;
        this.work = work;
    }

    /**
     * Changes the plugin from what it is (empty: not there) to what it is to be (empty: gone).
     *
     * @return done, or taken back with the reason
     */
    Plugins.Outcome run(Planner.Detail detail, Optional<Entry> before, Optional<Desired> desired,
            Optional<PluginArchive> archive) {
        PluginId id = detail.plan().id();
        Change change = new Change(Ids.next(), id, detail.plan().action(), detail.plan().from(), detail.plan().to());
        step(change, Change.Step.PLANNED, detail.plan().affected().toString());
        step(change, Change.Step.VERIFIED, "");
        Set<PluginId> swapped = new HashSet<>(detail.refreshed());
        swapped.add(id);
        step(change, Change.Step.HELD, "");
        try (Holds holds = Holds.of(participants, swapped, detail.paused(), DRAIN)) {
            return held(change, detail, swapped, before, desired, archive);
        } catch (RuntimeException e) {
            return rolledBack(change, detail, Reasons.of(e), e);
        }
    }

    private Plugins.Outcome held(Change change, Planner.Detail detail, Set<PluginId> swapped, Optional<Entry> before,
            Optional<Desired> desired, Optional<PluginArchive> archive) {
        PluginId id = change.plugin();
        Optional<PluginArchive> old = before.map(Entry::archive);
        boolean otherFile = !old.map(PluginArchive::hash).equals(archive.map(PluginArchive::hash));
        Probation.Before was = probation.look();
        List<Entry> roll = List.copyOf(roster.all());
        long started = System.nanoTime();
        boolean swapping = false;
        try {
            step(change, Change.Step.EXPANDED, "");
            if (otherFile && old.isPresent() && archive.isPresent()) {
                expand(archive.get());
            }
            step(change, Change.Step.SWAPPED, "");
            started = System.nanoTime();
            swapping = true;
            if (otherFile) {
                lifecycle.replace(id, old, archive);
            }
            if (desired.isPresent()) {
                Plugins.Status status = roster.find(id).map(Entry::status)
                        .filter(now -> now != Plugins.Status.FAILED).orElse(Plugins.Status.OFF);
                roster.put(new Entry(desired.get(), archive.orElseThrow(), status, Optional.empty()));
            } else {
                roster.remove(id);
            }
            lifecycle.settle();
            step(change, Change.Step.PROBATION, "");
            probation.pass(id, swapped, was);
            Optional<Text> name = roster.find(id).or(() -> before).map(Entry::name);
            ledger.commit(change, desired, words(name, id));
            Failpoints.reached(Change.Step.COMMITTED);
            Duration visible = Duration.ofNanos(System.nanoTime() - started);
            LOG.info("{} of {} {} done in {} ms", change.action(), id, change.to().orElse(""), visible.toMillis());
            return new Plugins.Outcome(detail.plan(), true, Optional.empty(), Optional.of(visible));
        } catch (Exception | LinkageError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            Text reason = Reasons.of(e);
            if (swapping) {
                takeBack(id, otherFile, old, archive, roll, was);
            }
            return rolledBack(change, detail, reason, e);
        }
    }

    private void takeBack(PluginId id, boolean otherFile, Optional<PluginArchive> old, Optional<PluginArchive> fresh,
            List<Entry> roll, Probation.Before was) {
        try {
            if (otherFile) {
                lifecycle.replace(id, fresh, old);
            }
        } catch (Exception e) {
            LOG.error("The old version of {} could not be put back in this process; the next start has it", id, e);
        }
        roster.remove(id);
        for (Entry entry : roll) {
            Plugins.Status now = roster.find(entry.id()).map(Entry::status).orElse(Plugins.Status.WAITING);
            boolean again = now == Plugins.Status.FAILED && was.running().contains(entry.id());
            roster.put(again || now != Plugins.Status.FAILED
                    ? new Entry(entry.desired(), entry.archive(), again ? Plugins.Status.WAITING : now, entry.reason())
                    : entry);
        }
        lifecycle.settle();
    }

    private Plugins.Outcome rolledBack(Change change, Planner.Detail detail, Text reason, Throwable cause) {
        LOG.warn("{} of the plugin {} was taken back: {}", change.action(), change.plugin(), texts.words(reason), cause);
        String name = words(roster.find(change.plugin()).map(Entry::name), change.plugin());
        ledger.rollBack(change, name, texts.words(reason));
        Failpoints.reached(Change.Step.ROLLED_BACK);
        return new Plugins.Outcome(detail.plan(), false, Optional.of(reason), Optional.empty());
    }

    private String words(Optional<Text> name, PluginId id) {
        return name.map(texts::words).orElse(id.value());
    }

    private void step(Change change, Change.Step step, String detail) {
        ledger.step(change, step, detail);
        Failpoints.reached(step);
    }

    /** Runs the new scripts while the old version is held but still in place: where they fail, nothing has moved. */
    private void expand(PluginArchive archive) throws IOException {
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work, "scripts-");
        List<Path> files = new ArrayList<>();
        try {
            List<URL> scripts = new ArrayList<>();
            try (JarFile jar = new JarFile(archive.main().path().toFile())) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
                    JarEntry entry = entries.nextElement();
                    if (entry.getName().matches("db/V[^/\\\\]*\\.sql")) {
                        Path file = folder.resolve(entry.getName().substring("db/".length()));
                        Files.copy(jar.getInputStream(entry), file);
                        files.add(file);
                        scripts.add(file.toUri().toURL());
                    }
                }
            }
            migrations.expand(scripts, archive.id().value());
            lifecycle.expanded(archive);
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }
}
