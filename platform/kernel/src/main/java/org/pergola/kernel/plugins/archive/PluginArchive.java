package org.pergola.kernel.plugins.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.pergola.api.plugin.PluginId;

/**
 * A jar or KAR, taken apart.
 *
 * @param file    the whole file
 * @param hash    SHA-256 of the whole file, in hexadecimal
 * @param bundles those that export something first, the plugin's own last
 * @param paths   first segments of its pages and REST paths
 * @param icon    a Lucide name
 */
public record PluginArchive(PluginId id, Version version, Path file, String hash, List<BundleFile> bundles,
        List<Need> needs, Set<String> paths, String icon) {

    public Map<String, Version> exports() {
        Map<String, Version> exports = new TreeMap<>();
        bundles.forEach(bundle -> exports.putAll(bundle.exports()));
        return exports;
    }

    /** The bundle with the declarative files. */
    public BundleFile main() {
        return bundles.stream().filter(BundleFile::plugin).findFirst().orElseThrow();
    }

    /** The same, lying elsewhere: a jar is its own bundle. */
    public PluginArchive movedTo(Path place) {
        return new PluginArchive(id, version, place, hash, bundles.stream().map(bundle -> bundle.path().equals(file)
                ? new BundleFile(bundle.symbolicName(), bundle.version(), place, bundle.exports(), bundle.contents(),
                        bundle.plugin()) : bundle).toList(), needs, paths, icon);
    }
}
