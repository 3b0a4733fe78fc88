package org.pergola.shell.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.plugin.PluginId;

/** The pages open in browsers now, and the plugins that are being swapped under them. */
@Component(service = Hosts.class)
public final class Hosts {
    private final Announcer announcer;
    private final Set<Live> open = ConcurrentHashMap.newKeySet();
    private final Map<PluginId, Integer> held = new ConcurrentHashMap<>();
    private final Runnable refresh = this::refresh;

    /** Something in an open page that follows services as they come and go. */
    public interface Live {
        /** Looks again, under the session's lock, soon; on a thread of the caller or another. */
        void follow();
    }

    @Activate
    public Hosts(@Reference Announcer announcer) {
        this.announcer = announcer;
        announcer.listen(refresh);
    }

    @Deactivate
    void stop() {
        announcer.unlisten(refresh);
    }

    public void opened(Live live) {
        open.add(live);
    }

    public void closed(Live live) {
        open.remove(live);
    }

    Set<Live> open() {
        return open;
    }

    void hold(Set<PluginId> plugins) {
        plugins.forEach(plugin -> held.merge(plugin, 1, Integer::sum));
    }

    void release(Set<PluginId> plugins) {
        plugins.forEach(plugin -> held.computeIfPresent(plugin, (id, count) -> count == 1 ? null : count - 1));
    }

    boolean isHeld(Optional<PluginId> plugin) {
        return plugin.filter(held::containsKey).isPresent();
    }

    void refresh() {
        open.forEach(Live::follow);
    }
}
