package org.pergola.kernel.plugins.archive;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a file has to fit into.
 *
 * @param platformPackages all that the platform's bundles export
 * @param platformNames    the symbolic names of the platform's bundles
 * @param installed        the plugins that are there, on or off
 */
public record Surroundings(Set<String> platformPackages, Set<String> platformNames,
        Collection<PluginArchive> installed) {

    public Surroundings {
        installed = List.copyOf(installed);
    }
}
