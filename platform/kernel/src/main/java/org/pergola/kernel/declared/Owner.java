package org.pergola.kernel.declared;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.pergola.api.plugin.Plugin;

/** Whose declarations a bundle brings: a plugin's, or a module's of the platform. */
public final class Owner {

    /** The header by which a bundle of the platform says its name. */
    static final String MODULE = "Pergola-Module";

    private Owner() {
    }

    /** The first segment of its permissions and texts; empty for a bundle that declares nothing. */
    public static Optional<String> of(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            for (BundleCapability capability : revision.getDeclaredCapabilities(Plugin.NAMESPACE)) {
                if (capability.getAttributes().get("plugin") instanceof String plugin) {
                    return Optional.of(plugin);
                }
            }
        }
        return Optional.ofNullable(bundle.getHeaders("").get(MODULE)).map(String::trim).filter(id -> !id.isEmpty());
    }
}
