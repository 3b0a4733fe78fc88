package org.pergola.kernel.plugins.framework;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.pergola.api.actor.Actor;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.plugin.PluginId;
import org.pergola.kernel.plugins.archive.BundleFile;

/** The bundles of plugins. They stand at {@code pergola:<id>/<symbolic name>} and nobody else touches them. */
public final class Bundles {

    public static final String LOCATION = "pergola:";

    private final BundleContext context;
    private final Deadlines deadlines;
    private final ActorBinding actors;
    private final Duration startLimit;

    /** @param startLimit for one bundle to start or stop */
    public Bundles(BundleContext context, Deadlines deadlines, ActorBinding actors, Duration startLimit) {
        this.context = context;
        this.deadlines = deadlines;
        this.actors = actors;
        this.startLimit = startLimit;
    }

    /** The plugin that the manager installed this bundle for; empty for all others. */
    public static Optional<PluginId> plugin(Bundle bundle) {
        String location = bundle.getLocation();
        int end = location.indexOf('/');
        return location.startsWith(LOCATION) && end > 0
                ? Optional.of(PluginId.of(location.substring(LOCATION.length(), end))) : Optional.empty();
    }

    private static String location(PluginId plugin, String symbolicName) {
        return LOCATION + plugin + "/" + symbolicName;
    }

    /** Every bundle of every plugin. */
    public List<Bundle> all() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith(LOCATION)).toList();
    }

    public Optional<Bundle> find(PluginId plugin, String symbolicName) {
        return Optional.ofNullable(context.getBundle(location(plugin, symbolicName)));
    }

    public void install(PluginId plugin, BundleFile file) throws Exception {
        within("install-" + plugin, () -> {
            try (InputStream in = open(file)) {
                return context.installBundle(location(plugin, file.symbolicName()), in);
            }
        });
    }

    public void update(Bundle bundle, BundleFile file) throws Exception {
        within("update-" + bundle.getSymbolicName(), () -> {
            try (InputStream in = open(file)) {
                bundle.update(in);
            }
            return bundle;
        });
    }

    private static InputStream open(BundleFile file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file.path()));
    }

    /** Starts it as the plugin itself; the framework does not start it again by itself. */
    public void start(PluginId plugin, Bundle bundle) throws Exception {
        within("start-" + bundle.getSymbolicName(), () -> actors.call(new Actor.Plugin(plugin, "start"), () -> {
            bundle.start(Bundle.START_TRANSIENT);
            return bundle;
        }));
    }

    public void stop(Bundle bundle) throws Exception {
        if ((bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING | Bundle.STOPPING)) == 0) {
            return;
        }
        within("stop-" + bundle.getSymbolicName(), () -> {
            bundle.stop(Bundle.STOP_TRANSIENT);
            return bundle;
        });
    }

    public void uninstall(Bundle bundle) throws Exception {
        within("uninstall-" + bundle.getSymbolicName(), () -> {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
            return bundle;
        });
    }

    private void within(String what, Callable<Bundle> work) throws Exception {
        deadlines.run(what, startLimit, work);
    }

    /** All that is wired to these, directly or not, and they themselves. */
    public Set<Bundle> closure(Collection<Bundle> bundles) {
        return bundles.isEmpty() ? Set.of() : new HashSet<>(wiring().getDependencyClosure(bundles));
    }

    /** Wires these anew, and whatever is wired to them; waits until it is done. */
    public void refresh(Collection<Bundle> bundles) throws BundleException, InterruptedException {
        if (bundles.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        if (!done.await(startLimit.toMillis() * 2, TimeUnit.MILLISECONDS)) {
            throw new BundleException("The refresh of " + bundles + " did not end");
        }
    }

    /** Wires as many of these as can be. */
    public void resolve(Collection<Bundle> bundles) {
        if (!bundles.isEmpty()) {
            wiring().resolveBundles(bundles);
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Whether a fresh wiring stands in the bundle. */
    public static Optional<ClassLoader> loader(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleWiring.class)).map(BundleWiring::getClassLoader);
    }

    /** What the bundles of the platform export. */
    public Set<String> platformPackages() {
        Set<String> packages = new HashSet<>();
        for (Bundle bundle : platform()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).forEach(capability -> packages
                        .add(String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))));
            }
        }
        return packages;
    }

    public Set<String> platformNames() {
        Set<String> names = new HashSet<>();
        platform().stream().map(Bundle::getSymbolicName).filter(name -> name != null).forEach(names::add);
        return names;
    }

    private List<Bundle> platform() {
        return Arrays.stream(context.getBundles()).filter(bundle -> !bundle.getLocation().startsWith(LOCATION))
                .toList();
    }
}
