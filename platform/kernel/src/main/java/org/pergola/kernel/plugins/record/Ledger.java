package org.pergola.kernel.plugins.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;

/** The book that survives the process: in the database, or in memory where the manager is tried out. */
public interface Ledger {

    List<Desired> desired();

    /** Writes the desired state of a plugin that came with the distribution, outside a change. */
    void seed(Desired desired, String name);

    /** Writes the step down, before it is done. */
    void step(Change change, Change.Step step, String detail);

    /**
     * Ends the change: the desired state (empty: it is gone), the step and the record of changes, all or nothing.
     *
     * @param name what people call the plugin
     */
    void commit(Change change, Optional<Desired> desired, String name);

    /** Ends the change without effect. */
    void rollBack(Change change, String name, String reason);

    /** Changes that neither ended nor were taken back: the process was killed in them. */
    List<Change> unfinished();

    Map<PluginId, List<DataOwner.Usage>> usage();

    void usage(PluginId plugin, List<DataOwner.Usage> usage);
}
