package org.pergola.persistence;

import java.beans.Introspector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Component;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.Plugin;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;

/** The units in use, and how they let go of a plugin that is to be replaced. */
@Component(service = {OpenDatabases.class, SwapParticipant.class})
public final class OpenDatabases implements SwapParticipant {

    private record Open(Bundle bundle, UnitDatabase database) {
    }

    private final List<Open> all = new CopyOnWriteArrayList<>();

    void add(Bundle bundle, UnitDatabase database) {
        all.add(new Open(bundle, database));
    }

    void remove(Bundle bundle, UnitDatabase database) {
        all.remove(new Open(bundle, database));
    }

    /** Holds the units that are there now; those of the new version are new, and free while it starts. */
    @Override
    public Hold hold(Set<PluginId> plugins, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        List<UnitDatabase> held = new ArrayList<>();
        for (Open open : all) {
            String plugin = pluginOf(open.bundle);
            if (plugins.stream().noneMatch(id -> id.value().equals(plugin))) {
                continue;
            }
            held.add(open.database);
            if (!open.database.gate().hold(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                held.forEach(database -> database.gate().release());
                throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("persistence.busy", plugin));
            }
        }
        return () -> held.forEach(database -> database.gate().release());
    }

    /** A plugin that stays may read and write while its components start again. */
    @Override
    public Hold pause(Set<PluginId> plugins, Duration wait) {
        return () -> { };
    }

    private static String pluginOf(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return "";
        }
        return revision.getDeclaredCapabilities(Plugin.NAMESPACE).stream()
                .map(BundleCapability::getAttributes).map(attributes -> attributes.get("plugin"))
                .map(String::valueOf).findFirst().orElse("");
    }

    @Override
    public void forget(Bundle bundle) {
        for (Open open : all) {
            if (open.bundle.equals(bundle)) {
                all.remove(open);
                open.database.close();
            }
        }
        Introspector.flushCaches();
    }
}
