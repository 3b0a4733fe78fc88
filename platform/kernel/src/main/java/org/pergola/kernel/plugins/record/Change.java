package org.pergola.kernel.plugins.record;

import java.util.Optional;
import java.util.UUID;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;

/** One change of one plugin, from its plan to its end. */
public record Change(UUID id, PluginId plugin, Plugins.Action action, Optional<String> from, Optional<String> to) {

    /** Written down before it is begun. The last two end a change. */
    public enum Step {
        PLANNED, VERIFIED, HELD, EXPANDED, SWAPPED, PROBATION, COMMITTED, ROLLED_BACK
    }
}
