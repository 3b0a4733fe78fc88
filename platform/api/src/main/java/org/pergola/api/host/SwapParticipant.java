package org.pergola.api.host;

import java.time.Duration;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;
import org.pergola.api.plugin.PluginId;

/**
 * One of the platform's bundles that calls into plugins or keeps something of theirs: the gate of requests, open
 * pages, persistence units. A whiteboard service. Before plugins are swapped, each participant lets go of them.
 *
 * @since 0.1
 */
@ConsumerType
public interface SwapParticipant {

    /**
     * Holds what is new for these plugins and waits until what is under way has ended, at most so long. Afterwards
     * nothing of the participant is inside them.
     *
     * @throws org.pergola.api.error.Refused (unavailable) where something does not end; nothing is held then
     */
    Hold hold(Set<PluginId> plugins, Duration wait);

    /**
     * As {@link #hold}, for plugins that stay but use services of the one that is swapped: their components are stopped
     * and started meanwhile, and may use this participant while they do. One that would be in their way lets them pass.
     */
    default Hold pause(Set<PluginId> plugins, Duration wait) {
        return hold(plugins, wait);
    }

    /** Forgets whatever it may have cached of the bundle's classes: it was stopped, or is about to be replaced. */
    void forget(Bundle bundle);

    /** While open, what is new waits. Closing lets it go on, against whatever is there then. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
