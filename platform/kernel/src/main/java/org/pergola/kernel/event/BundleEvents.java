package org.pergola.kernel.event;

import java.time.Instant;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.event.Event;
import org.pergola.api.event.Events;
import org.pergola.api.time.Clock;
import org.pergola.kernel.work.Origin;

/** One for each bundle, so that an event knows whose it is. */
@Component(service = Events.class, scope = ServiceScope.BUNDLE)
public final class BundleEvents implements Events {

    private final EventLog log;

    @Activate
    public BundleEvents(ComponentContext context, @Reference Database database, @Reference Actors actors,
            @Reference Clock clock, @Reference Sequencer sequencer) {
        this.log = new EventLog(database, actors, clock, Origin.of(context.getUsingBundle()), sequencer::wake);
    }

    @Override
    public void publish(Event event) {
        log.publish(event);
    }

    @Override
    public void publish(Event event, Instant occurred) {
        log.publish(event, occurred);
    }
}
