package org.pergola.kernel.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.event.EventListener;
import org.pergola.api.event.EventType;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.kernel.work.Lease;
import org.pergola.kernel.work.Node;
import org.pergola.kernel.work.PluginThreads;
import org.pergola.kernel.work.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the listeners that are there, each at its own pace; one node of the cluster does it. */
@Component(service = SwapParticipant.class, immediate = true)
public final class Dispatcher implements SwapParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Guard guard;
    private final ActorBinding actors;
    private final Sequencer sequencer;
    private final Lease lease;
    private final PluginThreads threads = new PluginThreads();
    private final Map<ServiceReference<EventListener<?>>, Delivery> deliveries = new ConcurrentHashMap<>();
    private final Poller poller;
    private final Runnable follower;
    private volatile boolean closed;

    @Reference(service = EventListener.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<ServiceReference<EventListener<?>>> listeners = List.of();

    @Activate
    public Dispatcher(@Reference Database database, @Reference Guard guard, @Reference ActorBinding actors,
            @Reference Sequencer sequencer) {
        this.database = database;
        this.guard = guard;
        this.actors = actors;
        this.sequencer = sequencer;
        this.lease = new Lease(database, "events", Node.name(), Duration.ofSeconds(10));
        this.poller = new Poller("events", PAUSE, this::dispatch);
        this.follower = poller::wake;
        sequencer.follow(follower);
    }

    private void dispatch() {
        if (closed || listeners.isEmpty() || !lease.held()) {
            return;
        }
        deliveries.keySet().retainAll(listeners);
        for (ServiceReference<EventListener<?>> reference : listeners) {
            delivery(reference).filter(Delivery::due).filter(Delivery::claim).ifPresent(this::start);
        }
    }

    private void start(Delivery delivery) {
        boolean started = threads.start(delivery.plugin(), "event " + delivery.id(), () -> {
            delivery.run(() -> !closed && !threads.held(delivery.plugin()));
            poller.wake();
        });
        if (!started) {
            delivery.giveBack();
        }
    }

    private Optional<Delivery> delivery(ServiceReference<EventListener<?>> reference) {
        Delivery known = deliveries.get(reference);
        if (known != null) {
            return Optional.of(known);
        }
        Bundle bundle = reference.getBundle();
        if (bundle == null || threads.held(guard.owner(bundle))) {
            return Optional.empty();
        }
        try {
            Optional<Delivery> made = guard.with(reference, "event listener",
                    listener -> new Delivery(reference, listener.id(), type(listener), guard.owner(bundle), database,
                            guard, actors));
            made.ifPresent(delivery -> {
                delivery.begin();
                deliveries.put(reference, delivery);
            });
            return made;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A listener of {} cannot be asked what it wants", bundle.getSymbolicName(), e);
            return Optional.empty();
        }
    }

    private static String type(EventListener<?> listener) {
        EventType type = listener.type().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(listener.type().getName() + " has no @EventType.");
        }
        return type.name();
    }

    @Override
    public Hold hold(Set<PluginId> plugins, Duration wait) {
        threads.hold(plugins);
        Set<PluginId> busy = threads.await(plugins, wait);
        if (!busy.isEmpty()) {
            threads.release(plugins);
            throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.event.busy", busy.iterator().next().value()));
        }
        return () -> {
            threads.release(plugins);
            poller.wake();
        };
    }

    @Override
    public void forget(Bundle bundle) {
        deliveries.keySet().removeIf(reference -> reference.getBundle() == null
                || bundle.equals(reference.getBundle()));
    }

    @Deactivate
    void close() {
        closed = true;
        sequencer.unfollow(follower);
        poller.close();
        threads.close(Duration.ofSeconds(5));
    }
}
