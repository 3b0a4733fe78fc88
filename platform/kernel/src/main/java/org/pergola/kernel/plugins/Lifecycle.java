package org.pergola.kernel.plugins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.pergola.api.host.Migrations;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.archive.BundleFile;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.framework.Bundles;
import org.pergola.kernel.plugins.framework.Components;
import org.pergola.kernel.plugins.framework.Loaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the framework run what the roster wishes: stops first, those that others need last; starts the other way. */
final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Roster roster;
    private final Bundles bundles;
    private final Components components;
    private final Loaders loaders;
    private final Migrations migrations;
    private final Collection<SwapParticipant> participants;
    private final Set<String> expanded = new HashSet<>();

    /** @param participants seen through: it changes as services come and go */
    Lifecycle(Roster roster, Bundles bundles, Components components, Loaders loaders, Migrations migrations,
            Collection<SwapParticipant> participants) {
        this.roster = roster;
        this.bundles = bundles;
        this.components = components;
        this.loaders = loaders;
        this.migrations = migrations;
        this.participants = participants;
    }

    /** The bundles of the plugin that are installed, those with exports first. */
    List<Bundle> bundles(PluginArchive archive) {
        List<Bundle> found = new ArrayList<>();
        for (BundleFile file : archive.bundles()) {
            bundles.find(archive.id(), file.symbolicName()).ifPresent(found::add);
        }
        return found;
    }

    /** Stops what should not run, starts what should; one that fails is put down as failed and the rest goes on. */
    void settle() {
        List<Entry> order = roster.inOrder();
        List<Entry> backwards = new ArrayList<>(order);
        Collections.reverse(backwards);
        for (Entry entry : backwards) {
            if (entry.running() && !roster.shouldRun(entry)) {
                stop(entry);
            }
        }
        for (Entry entry : order) {
            settle(roster.find(entry.id()).orElse(entry));
        }
    }

    private void settle(Entry entry) {
        if (!entry.on()) {
            roster.put(entry.now(Plugins.Status.OFF));
        } else if (entry.status() != Plugins.Status.FAILED && !entry.running()) {
            Optional<Text> waits = roster.waitsFor(entry);
            if (waits.isPresent()) {
                roster.put(entry.now(Plugins.Status.WAITING, waits.get()));
            } else {
                start(entry);
            }
        }
    }

    private void start(Entry entry) {
        List<Bundle> own = bundles(entry.archive());
        try {
            bundles.resolve(own);
            expand(entry.archive());
            for (Bundle bundle : own) {
                bundles.start(entry.id(), bundle);
            }
            Map<Components.Key, String> failed = components.failed(own);
            if (!failed.isEmpty()) {
                Map.Entry<Components.Key, String> first = failed.entrySet().iterator().next();
                throw new Failure(Text.of("kernel.plugin.failed.component", first.getKey().name(), first.getValue()));
            }
            own.forEach(bundle -> loaders.running(entry.id(), bundle));
            roster.put(entry.now(Plugins.Status.RUNNING));
        } catch (Exception | LinkageError e) {
            LOG.error("The plugin {} {} did not start", entry.id(), entry.archive().version(), e);
            own.forEach(bundle -> loaders.running(entry.id(), bundle));
            stopBundles(entry, own);
            roster.put(entry.now(Plugins.Status.FAILED, Reasons.of(e)));
        }
    }

    /** Runs the scripts of this version, once in the life of the process. */
    private void expand(PluginArchive archive) throws Exception {
        if (!expanded.contains(archive.hash())) {
            Bundle main = bundles.find(archive.id(), archive.main().symbolicName()).orElseThrow();
            migrations.expand(main, archive.id().value());
            expanded.add(archive.hash());
        }
    }

    /** The scripts of this version have run already. */
    void expanded(PluginArchive archive) {
        expanded.add(archive.hash());
    }

    /** What the version before needed and this one does not; when this one is there to stay. */
    void contract(Entry entry) {
        bundles.find(entry.id(), entry.archive().main().symbolicName()).ifPresent(main -> {
            try {
                migrations.contract(main, entry.id().value());
            } catch (RuntimeException e) {
                LOG.error("The scripts that tidy up after the update of {} failed; they run again at the next start",
                        entry.id(), e);
            }
        });
    }

    private void stop(Entry entry) {
        stop(entry, bundles(entry.archive()));
    }

    /** Stops those bundles of the plugin that are among these; the others have nothing to do with the change. */
    private void stop(Entry entry, Collection<Bundle> among) {
        stopBundles(entry, bundles(entry.archive()).stream().filter(among::contains).toList());
        roster.put(entry.now(Plugins.Status.WAITING));
    }

    private void stopBundles(Entry entry, List<Bundle> own) {
        List<Bundle> backwards = new ArrayList<>(own);
        Collections.reverse(backwards);
        for (Bundle bundle : backwards) {
            try {
                bundles.stop(bundle);
            } catch (Exception e) {
                LOG.error("{} of the plugin {} did not stop properly", bundle, entry.id(), e);
            }
            forget(bundle);
        }
    }

    private void forget(Bundle bundle) {
        for (SwapParticipant participant : participants) {
            try {
                participant.forget(bundle);
            } catch (RuntimeException e) {
                LOG.error("{} could not forget {}", participant.getClass().getName(), bundle, e);
            }
        }
    }

    /** Everything that must be wired anew when the plugin goes from one file to the other; empty for neither. */
    Set<Bundle> closure(Optional<PluginArchive> from, Optional<PluginArchive> to) {
        return from.map(old -> bundles.closure(replaced(old, to))).orElse(Set.of());
    }

    /** The bundles of the old file that the new one has differently or not at all. */
    private Set<Bundle> replaced(PluginArchive from, Optional<PluginArchive> to) {
        Set<Bundle> replaced = new HashSet<>();
        for (BundleFile file : from.bundles()) {
            boolean kept = to.filter(archive -> archive.bundles().stream().anyMatch(file::sameAs)).isPresent();
            if (!kept) {
                bundles.find(from.id(), file.symbolicName()).ifPresent(replaced::add);
            }
        }
        // the plugin's own bundle carries its version, so it is replaced even where nothing else in it has changed
        to.filter(archive -> !archive.version().equals(from.version()))
                .flatMap(archive -> bundles.find(from.id(), from.main().symbolicName())).ifPresent(replaced::add);
        return replaced;
    }

    /**
     * Puts the bundles of one file in the place of the other's. The plugins in the way are stopped, and start again
     * by {@link #settle}.
     */
    void replace(PluginId id, Optional<PluginArchive> from, Optional<PluginArchive> to) throws Exception {
        Set<Bundle> refreshed = new HashSet<>(closure(from, to));
        Set<PluginId> stopped = new HashSet<>(Set.of(id));
        refreshed.forEach(bundle -> Bundles.plugin(bundle).ifPresent(stopped::add));
        List<Entry> backwards = new ArrayList<>(roster.inOrder());
        Collections.reverse(backwards);
        backwards.stream().filter(entry -> stopped.contains(entry.id()) && entry.running())
                .forEach(entry -> stop(entry, refreshed));
        Set<Bundle> replaced = from.map(old -> replaced(old, to)).orElse(Set.of());
        for (BundleFile file : to.map(PluginArchive::bundles).orElse(List.of())) {
            Optional<Bundle> there = bundles.find(id, file.symbolicName());
            if (there.isEmpty()) {
                bundles.install(id, file);
            } else if (replaced.contains(there.get())) {
                bundles.update(there.get(), file);
            }
        }
        Set<String> names = new HashSet<>();
        to.ifPresent(archive -> archive.bundles().forEach(file -> names.add(file.symbolicName())));
        for (Bundle bundle : replaced) {
            if (!names.contains(bundle.getSymbolicName())) {
                bundles.uninstall(bundle);
                refreshed.add(bundle);
            }
        }
        bundles.refresh(refreshed);
        if (to.isEmpty()) {
            loaders.gone(id);
        }
    }
}
