package org.pergola.kernel.plugins;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All participants holding the same plugins; given back in the opposite order. */
final class Holds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

    private final Deque<SwapParticipant.Hold> held = new ArrayDeque<>();

    private Holds() {
    }

    /** @throws org.pergola.api.error.Refused where one cannot; nothing is held then */
    static Holds of(Collection<SwapParticipant> participants, Set<PluginId> swapped, Set<PluginId> paused,
            Duration wait) {
        Holds holds = new Holds();
        try {
            for (SwapParticipant participant : participants) {
                holds.held.push(participant.hold(swapped, wait));
                if (!paused.isEmpty()) {
                    holds.held.push(participant.pause(paused, wait));
                }
            }
            return holds;
        } catch (RuntimeException e) {
            holds.close();
            throw e;
        }
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (RuntimeException e) {
                LOG.error("A hold could not be given back", e);
            }
        }
    }
}
