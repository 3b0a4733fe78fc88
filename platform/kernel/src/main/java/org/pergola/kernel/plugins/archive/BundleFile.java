package org.pergola.kernel.plugins.archive;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.Version;

/**
 * One jar of a plugin.
 *
 * @param exports  package to version
 * @param contents a digest of all that is in it but its manifest: the same where only numbers have changed
 * @param plugin   whether the capability of the plugin stands in it
 */
public record BundleFile(String symbolicName, Version version, Path path, Map<String, Version> exports,
        String contents, boolean plugin) {

    /** Whether the other one would be no different for anybody who uses its packages. */
    public boolean sameAs(BundleFile other) {
        return symbolicName.equals(other.symbolicName) && exports.equals(other.exports)
                && contents.equals(other.contents);
    }
}
