package org.pergola.kernel.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.osgi.framework.ServiceReference;
import org.pergola.api.actor.Actor;
import org.pergola.api.data.Database;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventListener;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One listener and its cursor: in order, one event after the other, again where it threw. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final int BATCH = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ServiceReference<EventListener<?>> reference;
    private final String id;
    private final String type;
    private final Optional<PluginId> plugin;
    private final Database database;
    private final Cursors cursors;
    private final Guard guard;
    private final ActorBinding actors;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile int failures;
    private volatile long failedAt;

    /**
     * @param id     of the listener
     * @param type   the name of the events that it wants
     * @param plugin whose it is; empty for the platform's own
     */
    Delivery(ServiceReference<EventListener<?>> reference, String id, String type, Optional<PluginId> plugin,
            Database database, Guard guard, ActorBinding actors) {
        this.reference = reference;
        this.id = id;
        this.type = type;
        this.plugin = plugin;
        this.database = database;
        this.cursors = new Cursors(database);
        this.guard = guard;
        this.actors = actors;
    }

    String id() {
        return id;
    }

    Optional<PluginId> plugin() {
        return plugin;
    }

    /** Makes the cursor of a listener that has just come. */
    void begin() {
        cursors.position(id);
    }

    /** Whether there is something for it, it is not at work, and has waited long enough after it threw. */
    boolean due() {
        return !running.get() && rested()
                && !StoredEvent.after(database, type, cursors.position(id), 1).isEmpty();
    }

    private boolean rested() {
        if (failures == 0) {
            return true;
        }
        long pause = Math.min(LONGEST_PAUSE.toNanos(), Duration.ofSeconds(1).toNanos() << Math.min(failures - 1, 10));
        return System.nanoTime() - failedAt >= pause;
    }

    /** Claims it for a thread; {@link #run} gives it back. */
    boolean claim() {
        return running.compareAndSet(false, true);
    }

    void giveBack() {
        running.set(false);
    }

    /** Delivers what there is, until there is no more or somebody wants the plugin. */
    void run(BooleanSupplier wanted) {
        try {
            long position = cursors.position(id);
            while (wanted.getAsBoolean()) {
                List<StoredEvent> events = StoredEvent.after(database, type, position, BATCH);
                if (events.isEmpty()) {
                    return;
                }
                for (StoredEvent event : events) {
                    if (!wanted.getAsBoolean() || !deliver(event)) {
                        return;
                    }
                    position = event.happening().position();
                    cursors.move(id, position);
                    failures = 0;
                }
            }
        } catch (Exception | LinkageError e) {
            failed(e);
        } finally {
            giveBack();
        }
    }

    private void failed(Throwable e) {
        failures++;
        failedAt = System.nanoTime();
        if (!Thread.currentThread().isInterrupted()) {
            LOG.error("The listener {} failed, for the {}. time in a row; it is tried again", id, failures, e);
        }
    }

    private boolean deliver(StoredEvent event) throws Exception {
        Actor actor = plugin.<Actor>map(owner -> new Actor.Plugin(owner, "event " + id)).orElse(new Actor.Startup());
        MDC.put(EventLog.CORRELATION_CONTEXT, event.correlation());
        try {
            return actors.call(actor, () -> guard.with(reference, "event " + id, listener -> {
                hand(listener, event);
                return Boolean.TRUE;
            })).isPresent();
        } finally {
            MDC.remove(EventLog.CORRELATION_CONTEXT);
        }
    }

    private static <E extends Event> void hand(EventListener<E> listener, StoredEvent event) {
        listener.on(EventCodec.read(event.payload(), listener.type()), event.happening());
    }
}
