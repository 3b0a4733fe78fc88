package org.pergola.kernel.plugins.framework;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.pergola.api.plugin.PluginId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches for class loaders of plugins that stay behind after a swap. Each is held weakly; one that outlives two
 * collections of the old generation is named in the log, with the threads that may keep it.
 */
public final class Loaders {

    private static final Logger LOG = LoggerFactory.getLogger(Loaders.class);
    private static final int COLLECTIONS = 2;

    private static final class Revision {
        private final PluginId plugin;
        private final String bundle;
        private final String version;
        private final WeakReference<ClassLoader> loader;
        private long retired = -1;
        private boolean named;

        private Revision(PluginId plugin, Bundle bundle, ClassLoader loader) {
            this.plugin = plugin;
            this.bundle = bundle.getSymbolicName();
            this.version = bundle.getVersion().toString();
            this.loader = new WeakReference<>(loader);
        }
    }

    private final List<Revision> revisions = new CopyOnWriteArrayList<>();

    /** The bundle runs now with this loader; whatever loader it had before is to go. */
    public void running(PluginId plugin, Bundle bundle) {
        Bundles.loader(bundle).ifPresent(loader -> {
            for (Revision revision : revisions) {
                if (revision.loader.refersTo(loader)) {
                    return;
                }
                if (revision.plugin.equals(plugin) && revision.bundle.equals(bundle.getSymbolicName())) {
                    retire(revision);
                }
            }
            revisions.add(new Revision(plugin, bundle, loader));
        });
    }

    /** The plugin has gone altogether. */
    public void gone(PluginId plugin) {
        revisions.stream().filter(revision -> revision.plugin.equals(plugin)).forEach(Loaders::retire);
    }

    private static void retire(Revision revision) {
        if (revision.retired < 0) {
            revision.retired = collections();
        }
    }

    /** Looks now, and names those that should have gone. */
    public void look() {
        long now = collections();
        for (Revision revision : revisions) {
            ClassLoader loader = revision.loader.get();
            if (loader == null) {
                revisions.remove(revision);
            } else if (revision.retired >= 0 && now - revision.retired >= COLLECTIONS && !revision.named) {
                revision.named = true;
                LOG.warn("{} {} of the plugin {} was replaced, but its classes are still in memory. Threads that may "
                        + "keep them: {}", revision.bundle, revision.version, revision.plugin,
                        suspects(loader, revision.bundle));
            }
        }
    }

    /** Versions of the plugin that stayed behind. */
    public List<String> left(PluginId plugin) {
        long now = collections();
        List<String> left = new ArrayList<>();
        for (Revision revision : revisions) {
            if (revision.plugin.equals(plugin) && !revision.loader.refersTo(null) && revision.retired >= 0
                    && now - revision.retired >= COLLECTIONS) {
                left.add(revision.bundle + " " + revision.version);
            }
        }
        return left;
    }

    /** Whether a version that was replaced is still in memory, even if only because nobody has collected yet. */
    public boolean anyLeft(PluginId plugin) {
        return revisions.stream().anyMatch(revision -> revision.plugin.equals(plugin) && revision.retired >= 0
                && !revision.loader.refersTo(null));
    }

    /** The most loaders that one bundle of the plugin has. */
    public int live(PluginId plugin) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        revisions.stream().filter(revision -> revision.plugin.equals(plugin) && !revision.loader.refersTo(null))
                .forEach(revision -> counts.merge(revision.bundle, 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Plugins with a loader in memory. */
    public Set<PluginId> plugins() {
        Set<PluginId> plugins = new TreeSet<>();
        revisions.stream().filter(revision -> !revision.loader.refersTo(null))
                .forEach(revision -> plugins.add(revision.plugin));
        return plugins;
    }

    private static Collection<String> suspects(ClassLoader loader, String bundle) {
        Set<String> names = new HashSet<>();
        for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            if (thread.getContextClassLoader() == loader || thread.getClass().getClassLoader() == loader
                    || runs(entry.getValue(), bundle)) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    private static boolean runs(StackTraceElement[] stack, String bundle) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().startsWith(bundle + ".")) {
                return true;
            }
        }
        return false;
    }

    /** How often the old generation was collected, whichever collector does it. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().filter(Loaders::collectsTheOld)
                .mapToLong(GarbageCollectorMXBean::getCollectionCount).filter(count -> count > 0).sum();
    }

    private static boolean collectsTheOld(GarbageCollectorMXBean collector) {
        String name = collector.getName();
        return Optional.of(name).filter(one -> one.contains("Young") || one.equals("Copy") || one.contains("Scavenge")
                || one.contains("Minor") || one.contains("Pauses")).isEmpty();
    }
}
