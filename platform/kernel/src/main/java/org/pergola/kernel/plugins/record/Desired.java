package org.pergola.kernel.plugins.record;

import org.osgi.framework.Version;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;

/**
 * What is wished of one plugin. What runs is rebuilt from this at each start.
 *
 * @param file       its name in the folder of plugins
 * @param generation counts its changes
 */
public record Desired(PluginId id, Version version, Plugins.State state, Source source, String file, String hash,
        long generation) {

    /** Where the file came from: with the distribution, or from somebody. */
    public enum Source {
        BUNDLED, UPLOADED
    }

    public Desired switched(Plugins.State to) {
        return new Desired(id, version, to, source, file, hash, generation + 1);
    }
}
