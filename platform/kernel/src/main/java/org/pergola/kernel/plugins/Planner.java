package org.pergola.kernel.plugins;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.pergola.api.error.Refused;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.archive.PluginArchive;
import org.pergola.kernel.plugins.framework.Bundles;
import org.pergola.kernel.plugins.framework.Components;

/** What a change would do, worked out from how everything is wired now. */
final class Planner {

    private final Roster roster;
    private final Lifecycle lifecycle;
    private final Bundles bundles;
    private final Components components;
    private final UsageBook usage;

    Planner(Roster roster, Lifecycle lifecycle, Bundles bundles, Components components, UsageBook usage) {
        this.roster = roster;
        this.lifecycle = lifecycle;
        this.bundles = bundles;
        this.components = components;
        this.usage = usage;
    }

    /**
     * The whole plan.
     *
     * @param refreshed other plugins that are wired anew
     * @param paused    other plugins that wait meanwhile: their components are stopped and started, or they may be calling
     */
    record Detail(Plugins.Plan plan, Set<PluginId> refreshed, Set<PluginId> paused) {
    }

    Detail plan(Plugins.Action action, PluginId id, Optional<PluginArchive> from, Optional<PluginArchive> to) {
        Set<Bundle> closure = lifecycle.closure(from, to);
        refusePlatform(closure);
        Set<PluginId> refreshed = new LinkedHashSet<>();
        closure.forEach(bundle -> Bundles.plugin(bundle).filter(plugin -> !plugin.equals(id))
                .ifPresent(refreshed::add));
        Set<PluginId> paused = new LinkedHashSet<>(components.usersOf(id, bundles.all()));
        if (action == Plugins.Action.OFF || action == Plugins.Action.UNINSTALL) {
            roster.allDependents(id).stream().filter(this::runs).forEach(paused::add);
        }
        // a plugin wired anew is stopped, and with it whatever uses its services
        refreshed.forEach(other -> paused.addAll(components.usersOf(other, bundles.all())));
        paused.removeAll(refreshed);
        paused.remove(id);
        Set<PluginId> affected = new LinkedHashSet<>(refreshed);
        affected.addAll(paused);
        // whoever may be calling into one of them waits a moment as well, so that no call ends in what has gone
        paused.addAll(components.callersOf(id, bundles.all()));
        refreshed.forEach(other -> paused.addAll(components.callersOf(other, bundles.all())));
        paused.removeAll(refreshed);
        paused.remove(id);
        Plugins.Plan plan = new Plugins.Plan(action, id, from.map(archive -> archive.version().toString()),
                to.map(archive -> archive.version().toString()), List.copyOf(affected), !refreshed.isEmpty(),
                touches(id, affected));
        return new Detail(plan, refreshed, paused);
    }

    private boolean runs(PluginId id) {
        return roster.find(id).filter(Entry::running).isPresent();
    }

    private List<DataOwner.Usage> touches(PluginId id, Set<PluginId> affected) {
        List<DataOwner.Usage> touches = new ArrayList<>(asked(id));
        affected.forEach(other -> touches.addAll(usage.last(other)));
        return touches;
    }

    private List<DataOwner.Usage> asked(PluginId id) {
        return roster.find(id).filter(Entry::running)
                .map(entry -> usage.ask(id, lifecycle.bundles(entry.archive()))).orElseGet(() -> usage.last(id));
    }

    private static void refusePlatform(Set<Bundle> closure) {
        for (Bundle bundle : closure) {
            if (Bundles.plugin(bundle).isEmpty() && !isFragmentless(bundle)) {
                throw Refused.conflict(Text.of("kernel.plugin.platform", String.valueOf(bundle.getSymbolicName())));
            }
        }
    }

    /** The system bundle is in no closure; whatever else is wired to a plugin would be stopped with it. */
    private static boolean isFragmentless(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null || bundle.adapt(BundleWiring.class) == null;
    }
}
