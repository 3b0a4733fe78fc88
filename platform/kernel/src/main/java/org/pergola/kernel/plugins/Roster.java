package org.pergola.kernel.plugins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.archive.Checks;
import org.pergola.kernel.plugins.archive.Need;

/** All plugins that are there. Read by anybody, changed by the one change that is under way. */
final class Roster {

    private final Map<PluginId, Entry> entries = new ConcurrentSkipListMap<>();

    private volatile boolean asleep;

    /** From now on no plugin is to run, whatever is wished. */
    void sleep() {
        asleep = true;
    }

    void put(Entry entry) {
        entries.put(entry.id(), entry);
    }

    void remove(PluginId id) {
        entries.remove(id);
    }

    Optional<Entry> find(PluginId id) {
        return Optional.ofNullable(entries.get(id));
    }

    Collection<Entry> all() {
        return List.copyOf(entries.values());
    }

    private Optional<Entry> find(Need need) {
        return all().stream().filter(entry -> entry.id().value().equals(need.plugin())).findFirst();
    }

    /** Those that need this one, directly. */
    List<PluginId> dependents(PluginId id) {
        return all().stream().filter(entry -> entry.archive().needs().stream()
                .anyMatch(need -> need.plugin().equals(id.value()))).map(Entry::id).toList();
    }

    /** Those that need this one, directly or through others. */
    Set<PluginId> allDependents(PluginId id) {
        Set<PluginId> all = new LinkedHashSet<>();
        List<PluginId> next = new ArrayList<>(List.of(id));
        while (!next.isEmpty()) {
            for (PluginId dependent : dependents(next.remove(0))) {
                if (!dependent.equals(id) && all.add(dependent)) {
                    next.add(dependent);
                }
            }
        }
        return all;
    }

    /** Every plugin after those that it needs. */
    List<Entry> inOrder() {
        Map<PluginId, Entry> left = new TreeMap<>(entries);
        List<Entry> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Entry next = left.values().stream().filter(entry -> entry.archive().needs().stream()
                    .noneMatch(need -> left.keySet().stream().anyMatch(id -> id.value().equals(need.plugin())
                            && !id.equals(entry.id())))).findFirst()
                    .orElseGet(() -> left.values().iterator().next()); // they need each other: none of them will run
            left.remove(next.id());
            order.add(next);
        }
        return order;
    }

    /** Whether it is wished and everything that it needs is as well. */
    boolean shouldRun(Entry entry) {
        return shouldRun(entry, new HashSet<>());
    }

    private boolean shouldRun(Entry entry, Set<PluginId> above) {
        if (asleep || !entry.on() || entry.status() == Plugins.Status.FAILED || !above.add(entry.id())) {
            return false;
        }
        boolean met = entry.archive().needs().stream().allMatch(need -> find(need)
                .filter(other -> need.metBy(other.archive().version()) && shouldRun(other, above)).isPresent());
        above.remove(entry.id());
        return met;
    }

    /** Why it has to wait: what it needs is not there, does not fit, or is off. */
    Optional<Text> waitsFor(Entry entry) {
        if (asleep) {
            return Optional.of(Text.of("kernel.plugin.waits.asleep"));
        }
        for (Need need : entry.archive().needs()) {
            Optional<Entry> other = find(need);
            Optional<Text> unmet = Checks.unmet(need, other.map(one -> one.archive().version()));
            if (unmet.isPresent()) {
                return unmet;
            }
            if (other.isPresent() && !other.get().running()) {
                String key = other.get().on() ? "kernel.plugin.waits.failed" : "kernel.plugin.waits.off";
                return Optional.of(Text.of(key, other.get().name()));
            }
        }
        return Optional.empty();
    }
}
