package org.pergola.kernel.plugins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Texts;
import org.pergola.kernel.plugins.archive.ArchiveReader;
import org.pergola.kernel.plugins.archive.BundleFile;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.framework.Bundles;
import org.pergola.kernel.plugins.record.Change;
import org.pergola.kernel.plugins.record.Desired;
import org.pergola.kernel.plugins.record.Ledger;
import org.pergola.kernel.plugins.record.Mirror;
import org.pergola.kernel.plugins.record.PluginFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds what runs from what is desired, whatever the framework or a killed process left behind. */
final class InitialStart {

    private static final Logger LOG = LoggerFactory.getLogger(InitialStart.class);

    private final Roster roster;
    private final Bundles bundles;
    private final Lifecycle lifecycle;
    private final Ledger ledger;
    private final ArchiveReader reader;
    private final PluginFolder folder;
    private final Mirror mirror;
    private final Texts texts;

    InitialStart(Roster roster, Bundles bundles, Lifecycle lifecycle, Ledger ledger, ArchiveReader reader,
            PluginFolder folder, Mirror mirror, Texts texts) {
        this.roster = roster;
        this.bundles = bundles;
        this.lifecycle = lifecycle;
        this.ledger = ledger;
        this.reader = reader;
        this.folder = folder;
        this.mirror = mirror;
        this.texts = texts;
    }

    /** @param source the folder of the distribution's plugins */
    List<PluginArchive> bundled(Path source) {
        Map<PluginId, PluginArchive> found = new TreeMap<>();
        for (Path file : PluginFolder.archives(source)) {
            try {
                PluginArchive archive = reader.read(file.getFileName().toString(), file);
                found.merge(archive.id(), archive,
                        (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other);
            } catch (Refused e) {
                LOG.error("{} is left out: {}", file, texts.words(e.text()), e);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Brings everything up. One plugin that fails stops no other. @param start false leaves all of them waiting */
    void run(Collection<PluginArchive> bundled, boolean start) throws Exception {
        clear();
        for (Change change : ledger.unfinished()) {
            LOG.warn("{} of {} was cut off; it is as it was before", change.action(), change.plugin());
            ledger.rollBack(change, change.plugin().value(), "The process ended in the middle of it.");
        }
        List<Desired> desired = merged(bundled);
        folder.clean(desired);
        for (Desired one : desired) {
            read(one).ifPresent(archive -> install(one, archive));
        }
        mirror.write(desired);
        if (!start) {
            roster.sleep();
        }
        lifecycle.settle();
        roster.all().stream().filter(Entry::running).forEach(lifecycle::contract);
    }

    /** What the framework kept is never the truth. */
    private void clear() throws Exception {
        Set<Bundle> old = new HashSet<>(bundles.closure(bundles.all()));
        for (Bundle bundle : bundles.all()) {
            bundles.uninstall(bundle);
        }
        old.removeIf(bundle -> Bundles.plugin(bundle).isEmpty());
        bundles.refresh(old);
    }

    /** What is desired, with newer versions out of the distribution and with what came new with it. */
    private List<Desired> merged(Collection<PluginArchive> bundled) {
        Map<PluginId, Desired> desired = new TreeMap<>();
        ledger.desired().forEach(one -> desired.put(one.id(), one));
        Map<PluginId, Desired> wished = desired.isEmpty() ? mirror.read() : new HashMap<>();
        for (Desired one : wished.values()) {
            if (one.source() == Desired.Source.UPLOADED && Files.isRegularFile(folder.file(one.file()))) {
                seed(desired, one);
            }
        }
        for (PluginArchive archive : bundled) {
            Desired now = desired.get(archive.id());
            if (now == null || takesOver(archive, now)) {
                PluginArchive kept = folder.keep(archive);
                Plugins.State state = now != null ? now.state() : Optional.ofNullable(wished.get(archive.id()))
                        .map(Desired::state).orElse(Plugins.State.ON);
                seed(desired, new Desired(kept.id(), kept.version(), state, Desired.Source.BUNDLED,
                        kept.file().getFileName().toString(), kept.hash(), now == null ? 1 : now.generation() + 1));
            }
        }
        return new ArrayList<>(desired.values());
    }

    private void seed(Map<PluginId, Desired> desired, Desired one) {
        ledger.seed(one, one.id().value());
        desired.put(one.id(), one);
    }

    /** A newer one, or the same version built anew, unless somebody has uploaded what runs. */
    private boolean takesOver(PluginArchive archive, Desired now) {
        if (now.source() == Desired.Source.UPLOADED) {
            return false;
        }
        int newer = archive.version().compareTo(now.version());
        return newer > 0 || newer == 0 && (!archive.hash().equals(now.hash())
                || !Files.isRegularFile(folder.file(now.file())));
    }

    private Optional<PluginArchive> read(Desired desired) {
        Path file = folder.file(desired.file());
        try {
            return Optional.of(reader.read(desired.file(), file));
        } catch (Refused e) {
            LOG.error("The plugin {} {} cannot be read from {}: {}", desired.id(), desired.version(), file,
                    texts.words(e.text()), e);
        } catch (java.io.UncheckedIOException e) {
            LOG.error("The plugin {} {} is missing: {}", desired.id(), desired.version(), file, e);
        }
        return Optional.empty();
    }

    private void install(Desired desired, PluginArchive archive) {
        Entry entry = Entry.fresh(desired, archive);
        try {
            for (BundleFile file : archive.bundles()) {
                bundles.install(archive.id(), file);
            }
            roster.put(entry);
        } catch (Exception e) {
            LOG.error("The plugin {} {} could not be installed", desired.id(), desired.version(), e);
            roster.put(entry.now(Plugins.Status.FAILED, Reasons.of(e)));
        }
    }
}
