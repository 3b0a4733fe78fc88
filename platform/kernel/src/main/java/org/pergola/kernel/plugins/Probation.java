package org.pergola.kernel.plugins;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.framework.Components;

/** Whether after a change everything is there that was there before, and says it is well. */
final class Probation {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Roster roster;
    private final Lifecycle lifecycle;
    private final Components components;
    private final HealthBoard health;

    Probation(Roster roster, Lifecycle lifecycle, Components components, HealthBoard health) {
        this.roster = roster;
        this.lifecycle = lifecycle;
        this.components = components;
        this.health = health;
    }

    /** How it was. */
    record Before(Set<PluginId> running, Map<PluginId, Set<Components.Key>> satisfied) {
    }

    Before look() {
        Set<PluginId> running = new HashSet<>();
        Map<PluginId, Set<Components.Key>> satisfied = new HashMap<>();
        for (Entry entry : roster.all()) {
            if (entry.running()) {
                running.add(entry.id());
                satisfied.put(entry.id(), components.satisfied(lifecycle.bundles(entry.archive())));
            }
        }
        return new Before(running, satisfied);
    }

    /**
     * Waits for what was there to be there again, then asks for the health of what was started.
     *
     * @param started the plugins that were stopped and started
     * @throws Failure naming the first that is not as it was
     */
    void pass(PluginId changed, Set<PluginId> started, Before before) throws Failure, InterruptedException {
        for (Entry entry : roster.all()) {
            boolean wasThere = before.running().contains(entry.id()) || entry.id().equals(changed);
            if (wasThere && entry.status() == Plugins.Status.FAILED) {
                Text reason = entry.reason().orElse(Text.of("kernel.plugin.failed.unknown"));
                throw new Failure(entry.id().equals(changed) ? reason
                        : Text.of("kernel.plugin.failed.other", entry.id().value(), reason));
            }
        }
        for (PluginId id : before.running()) {
            Entry entry = roster.find(id).orElse(null);
            if (entry != null && entry.running()) {
                await(entry, before.satisfied().get(id));
            }
        }
        for (PluginId id : started) {
            Entry entry = roster.find(id).orElse(null);
            if (entry != null && entry.running()) {
                askHealth(entry);
            }
        }
    }

    private void await(Entry entry, Set<Components.Key> before) throws Failure, InterruptedException {
        Set<Bundle> own = new HashSet<>(lifecycle.bundles(entry.archive()));
        Set<Components.Key> wanted = new HashSet<>(before);
        wanted.retainAll(components.declared(own));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!components.satisfied(own).containsAll(wanted)) {
            Map<Components.Key, String> failed = components.failed(own);
            if (!failed.isEmpty() || System.nanoTime() > end) {
                wanted.removeAll(components.satisfied(own));
                Components.Key first = failed.isEmpty() ? wanted.iterator().next() : failed.keySet().iterator().next();
                throw new Failure(failed.isEmpty() ? Text.of("kernel.plugin.failed.away", first.name())
                        : Text.of("kernel.plugin.failed.component", first.name(), failed.get(first)));
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private void askHealth(Entry entry) throws Failure {
        HealthBoard.Finding finding = health.ask(entry.id(), lifecycle.bundles(entry.archive()));
        if (finding.health() == Plugins.Health.FAILING) {
            throw new Failure(Text.of("kernel.plugin.failed.health", entry.name(),
                    finding.why().orElse(Text.of("kernel.plugin.failed.unknown"))));
        }
    }
}
