package org.pergola.kernel.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;
import org.pergola.kernel.plugins.record.Change;
import org.pergola.kernel.plugins.record.Desired;
import org.pergola.kernel.plugins.record.Ledger;

/** The book in memory; it outlives the framework of a test as the database outlives the process. */
final class MemoryLedger implements Ledger {

    final Map<PluginId, Desired> desired = new TreeMap<>();
    final Map<Change, List<Change.Step>> steps = new LinkedHashMap<>();
    final Map<PluginId, List<DataOwner.Usage>> usage = new TreeMap<>();

    @Override
    public List<Desired> desired() {
        return new ArrayList<>(desired.values());
    }

    @Override
    public void seed(Desired one, String name) {
        desired.put(one.id(), one);
    }

    @Override
    public void step(Change change, Change.Step step, String detail) {
        steps.computeIfAbsent(change, key -> new ArrayList<>()).add(step);
    }

    @Override
    public void commit(Change change, Optional<Desired> one, String name) {
        one.ifPresentOrElse(now -> desired.put(now.id(), now), () -> desired.remove(change.plugin()));
        step(change, Change.Step.COMMITTED, "");
    }

    @Override
    public void rollBack(Change change, String name, String reason) {
        step(change, Change.Step.ROLLED_BACK, reason);
    }

    @Override
    public List<Change> unfinished() {
        return steps.entrySet().stream().filter(entry -> !entry.getValue().contains(Change.Step.COMMITTED)
                && !entry.getValue().contains(Change.Step.ROLLED_BACK)).map(Map.Entry::getKey).toList();
    }

    List<Change.Step> lastSteps() {
        return new ArrayList<>(steps.values()).get(steps.size() - 1);
    }

    @Override
    public Map<PluginId, List<DataOwner.Usage>> usage() {
        return usage;
    }

    @Override
    public void usage(PluginId plugin, List<DataOwner.Usage> now) {
        usage.put(plugin, now);
    }
}
