package org.pergola.kernel.guard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.pergola.api.plugin.Plugin;
import org.pergola.api.plugin.PluginId;

/** Which bundle is whose: by where the plugin manager put it, or by the capability that it declares. */
final class Owners {

    private static final String LOCATION = "pergola:";
    private static final int THERE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final Map<PluginId, Bundle> own = new ConcurrentHashMap<>();
    private final BundleTracker<PluginId> tracker;

    Owners(BundleContext context) {
        tracker = new BundleTracker<>(context, THERE, null) {
            @Override
            public PluginId addingBundle(Bundle bundle, BundleEvent event) {
                Optional<PluginId> plugin = declared(bundle);
                plugin.ifPresent(id -> own.put(id, bundle));
                return plugin.orElse(null);
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, PluginId plugin) {
                own.remove(plugin, bundle);
            }
        };
        tracker.open();
    }

    static Optional<PluginId> of(Bundle bundle) {
        String location = bundle.getLocation();
        int end = location.indexOf('/');
        if (location.startsWith(LOCATION) && end > 0) {
            return Optional.of(PluginId.of(location.substring(LOCATION.length(), end)));
        }
        return declared(bundle);
    }

    private static Optional<PluginId> declared(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            for (BundleCapability capability : revision.getDeclaredCapabilities(Plugin.NAMESPACE)) {
                if (capability.getAttributes().get("plugin") instanceof String plugin) {
                    return Optional.of(PluginId.of(plugin));
                }
            }
        }
        return Optional.empty();
    }

    /** The class loader of the plugin's own bundle as it is now. */
    Optional<ClassLoader> loader(PluginId plugin) {
        return Optional.ofNullable(own.get(plugin)).map(bundle -> bundle.adapt(BundleWiring.class))
                .map(BundleWiring::getClassLoader);
    }

    void close() {
        tracker.close();
    }
}
