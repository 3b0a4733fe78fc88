package org.pergola.web.gate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.Plugin;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;

/** The gate as the plugin manager knows it, and the paths that the manifests of plugins declare. */
@Component(service = {SwapParticipant.class, GateKeeper.class})
public final class GateKeeper implements SwapParticipant {

    private static final int THERE = Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE
            | Bundle.STOPPING;

    private final Gate gate = new Gate(Duration.ofSeconds(30), 120);
    private final PathOwners owners = new PathOwners();
    private final BundleTracker<PluginId> bundles;

    @Activate
    public GateKeeper(BundleContext context) {
        bundles = new BundleTracker<>(context, THERE, null) {
            @Override
            public PluginId addingBundle(Bundle bundle, BundleEvent event) {
                return declare(bundle).orElse(null);
            }

            @Override
            public void modifiedBundle(Bundle bundle, BundleEvent event, PluginId plugin) {
                declare(bundle);
            }
        };
        bundles.open();
    }

    @Deactivate
    void close() {
        bundles.close();
    }

    Gate gate() {
        return gate;
    }

    public PathOwners owners() {
        return owners;
    }

    /**
     * Work of our own on a plugin's bundle, as if a request were inside: a bundle that is read while it is swapped
     * breaks. Waits while the plugin is held; not done where that takes too long.
     *
     * @return whether it was done
     */
    public boolean inside(Optional<PluginId> plugin, Runnable work) {
        Optional<Gate.Pass> pass = gate.enter(plugin.map(Set::of).orElse(Set.of()));
        if (pass.isEmpty()) {
            return false;
        }
        try (Gate.Pass inside = pass.get()) {
            work.run();
        }
        return true;
    }

    @Override
    public Hold hold(Set<PluginId> plugins, Duration wait) {
        Gate.Held held = gate.hold(plugins, wait).orElseThrow(
                () -> new Refused(Refused.Kind.UNAVAILABLE, Text.of("web.gate.busy")));
        return held::close;
    }

    @Override
    public void forget(Bundle bundle) {
        // The gate knows plugins by name alone: there is nothing of the bundle to let go of.
    }

    private Optional<PluginId> declare(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.empty();
        }
        Optional<PluginId> plugin = revision.getDeclaredCapabilities(Plugin.NAMESPACE).stream()
                .map(capability -> String.valueOf(capability.getAttributes().get("plugin"))).map(PluginId::of)
                .findFirst();
        plugin.ifPresent(id -> owners.declare(id, paths(bundle)));
        return plugin;
    }

    private static Set<String> paths(Bundle bundle) {
        String header = bundle.getHeaders("").get(Plugin.PATHS);
        return header == null ? Set.of() : Arrays.stream(header.split(",")).map(String::strip)
                .filter(path -> !path.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
