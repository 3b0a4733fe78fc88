package org.pergola.shell.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;

/** Takes a plugin's code out of open pages before it is swapped, each under its session's lock, and puts it back. */
@Component
public final class PageSwap implements SwapParticipant {
    private final Hosts hosts;

    @Activate
    public PageSwap(@Reference Hosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Hold hold(Set<PluginId> plugins, Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        Set<PluginId> swapped = Set.copyOf(plugins);
        hosts.hold(swapped);
        for (Hosts.Live live : hosts.open()) {
            if (live instanceof HostView host && !emptied(host, swapped, until)) {
                release(swapped);
                throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("shell.swap.busy"));
            }
        }
        return () -> release(swapped);
    }

    @Override
    public void forget(Bundle bundle) {
        // Entries go with their services, and open pages were emptied by hold.
        hosts.refresh();
    }

    private void release(Set<PluginId> plugins) {
        hosts.release(plugins);
        hosts.refresh();
    }

    /** @return whether nothing of the plugins is in the page any more */
    private static boolean emptied(HostView host, Set<PluginId> plugins, long until) {
        Optional<UI> ui = host.ui();
        VaadinSession session = ui.map(UI::getSession).orElse(null);
        if (session == null || Collections.disjoint(host.plugins(), plugins)) {
            return true;
        }
        if (!lock(session, until)) {
            return false;
        }
        Map<Class<?>, CurrentInstance> before = CurrentInstance.setCurrent(ui.get());
        try {
            host.sync();
        } finally {
            CurrentInstance.restoreInstances(before);
            session.unlock();
        }
        return true;
    }

    private static boolean lock(VaadinSession session, long until) {
        try {
            return session.getLockInstance().tryLock(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
