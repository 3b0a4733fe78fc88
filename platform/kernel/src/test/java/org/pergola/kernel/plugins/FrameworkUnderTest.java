package org.pergola.kernel.plugins;

import java.io.File;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Migrations;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.kernel.guard.CallGuard;

/** A real OSGi framework with Declarative Services and the plugin manager, around fakes of what is not in question. */
final class FrameworkUnderTest implements AutoCloseable {

    private static final String EXPORTED = String.join(",", "org.pergola.api.plugin;version=0.1.0",
            "org.pergola.api.text;version=0.1.0", "org.pergola.api.owner;version=0.1.0",
            "org.apache.felix.hc.api;version=2.0.0", "org.osgi.service.component;version=1.5.1",
            "org.osgi.service.component.runtime;version=1.5.0", "org.osgi.service.component.runtime.dto;version=1.5.0",
            "org.osgi.util.promise;version=1.3.0", "org.osgi.util.function;version=1.2.0");

    private final Framework framework;
    private final PluginStart start;
    private final Plugins plugins;
    final List<String> held = new CopyOnWriteArrayList<>();
    final List<String> scripts = new CopyOnWriteArrayList<>();

    FrameworkUnderTest(Path data, Path bundled, MemoryLedger ledger) throws Exception {
        System.setProperty("pergola.data", data.toString());
        System.setProperty("pergola.bundled", bundled.toString());
        System.setProperty("pergola.plugins.start.seconds", "2");
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, data.resolve("framework").toString());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, EXPORTED);
        settings.put("ds.lock.timeout.milliseconds", "500");
        settings.put("ds.stop.timeout.milliseconds", "500");
        framework = new FrameworkFactory().newFramework(settings);
        framework.start();
        BundleContext context = framework.getBundleContext();
        context.installBundle(scr().toURI().toString()).start();
        ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> runtime = new ServiceTracker<>(context,
                ServiceComponentRuntime.class, null);
        runtime.open();
        start = new PluginStart(context, ledger, new Scripts(), new CallGuard(context), new Unbound(), everybody(),
                new KeysAsWords(), runtime.waitForService(5_000));
        start.participants = List.of(new Participant());
        ServiceTracker<Plugins, Plugins> tracker = new ServiceTracker<>(context, Plugins.class, null);
        tracker.open();
        plugins = Optional.ofNullable(tracker.waitForService(60_000)).orElseThrow();
    }

    private static File scr() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new)
                .filter(file -> file.getName().startsWith("org.apache.felix.scr-")).findFirst().orElseThrow();
    }

    Plugins plugins() {
        return plugins;
    }

    Plugins.Info info(String id) {
        return plugins.find(PluginId.of(id)).orElseThrow();
    }

    Plugins.Outcome install(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return plugins.install(file.getFileName().toString(), in);
        }
    }

    Plugins.Outcome update(String id, Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return plugins.update(PluginId.of(id), file.getFileName().toString(), in);
        }
    }

    /** What the leaf is greeted with; empty where it is not there. */
    @SuppressWarnings("unchecked")
    Optional<String> greeting() throws Exception {
        BundleContext context = framework.getBundleContext();
        Collection<ServiceReference<Supplier<String>>> found = (Collection<ServiceReference<Supplier<String>>>)
                (Collection<?>) context.getServiceReferences(Supplier.class, "(sample=leaf)");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ServiceReference<Supplier<String>> reference = found.iterator().next();
        try {
            return Optional.ofNullable(context.getService(reference)).map(Supplier::get);
        } finally {
            context.ungetService(reference);
        }
    }

    List<Bundle> bundles() {
        return List.of(framework.getBundleContext().getBundles());
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws Exception {
        start.close();
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static Access everybody() {
        return (Access) Proxy.newProxyInstance(Access.class.getClassLoader(), new Class<?>[] {Access.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? Boolean.TRUE : null);
    }

    private final class Participant implements SwapParticipant {
        @Override
        public Hold hold(Set<PluginId> ids, Duration wait) {
            held.add("hold " + new java.util.TreeSet<>(ids));
            return () -> held.add("release " + new java.util.TreeSet<>(ids));
        }

        @Override
        public Hold pause(Set<PluginId> ids, Duration wait) {
            held.add("pause " + new java.util.TreeSet<>(ids));
            return () -> { };
        }

        @Override
        public void forget(Bundle bundle) {
            held.add("forget " + bundle.getSymbolicName());
        }
    }

    /** Runs nothing, but fails where a script says so. */
    private final class Scripts implements Migrations {
        @Override
        public void expand(Bundle bundle, String pluginId) {
            var found = bundle.findEntries("db", "V*.sql", false);
            expand(found == null ? List.of() : java.util.Collections.list(found), pluginId);
        }

        @Override
        public void expand(List<URL> files, String pluginId) {
            for (URL file : files) {
                try (var in = file.openStream()) {
                    if (new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).contains("FAIL")) {
                        throw Refused.invalid(Text.of("script.failed", file.getPath().replaceAll(".*/", "")));
                    }
                    scripts.add(pluginId + " " + file.getPath().replaceAll(".*/", ""));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }

        @Override
        public void contract(Bundle bundle, String pluginId) {
            scripts.add(pluginId + " contract");
        }
    }

    private static final class Unbound implements ActorBinding {
        @Override
        public <T> T call(Actor actor, Callable<T> work) throws Exception {
            return work.call();
        }

        @Override
        public void run(Actor actor, Runnable work) {
            work.run();
        }

        @Override
        public ActorBinding.Bound bind(Actor actor) {
            throw new UnsupportedOperationException("Not needed by the plugin manager");
        }
    }

    private static final class KeysAsWords implements Texts {
        @Override
        public String words(Text text, Locale locale) {
            return text.toString();
        }

        @Override
        public String words(Text text) {
            return text.toString();
        }
    }
}
