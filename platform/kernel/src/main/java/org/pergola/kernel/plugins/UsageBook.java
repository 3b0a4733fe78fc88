package org.pergola.kernel.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.pergola.api.actor.Actor;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;
import org.pergola.kernel.plugins.framework.Deadlines;
import org.pergola.kernel.plugins.record.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom plugins touch, as their {@link DataOwner}s say; the last answer is kept for when they are off. */
final class UsageBook {

    private static final Logger LOG = LoggerFactory.getLogger(UsageBook.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Guard guard;
    private final ActorBinding actors;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Map<PluginId, List<DataOwner.Usage>> last = new ConcurrentHashMap<>();

    UsageBook(Guard guard, ActorBinding actors, Deadlines deadlines, Ledger ledger) {
        this.guard = guard;
        this.actors = actors;
        this.deadlines = deadlines;
        this.ledger = ledger;
    }

    /** Takes up what was stored. */
    void load() {
        last.putAll(ledger.usage());
    }

    List<DataOwner.Usage> last(PluginId id) {
        return last.getOrDefault(id, List.of());
    }

    void forget(PluginId id) {
        last.remove(id);
    }

    /** Asks anew where one of these bundles can answer; else the last answer stands. */
    List<DataOwner.Usage> ask(PluginId id, Collection<Bundle> bundles) {
        List<DataOwner.Usage> usage = new ArrayList<>();
        boolean asked = false;
        for (Bundle bundle : bundles) {
            ServiceReference<?>[] services = bundle.getState() == Bundle.ACTIVE ? bundle.getRegisteredServices() : null;
            for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
                if (isOwner(service)) {
                    Optional<List<DataOwner.Usage>> answer = ask(id, service);
                    answer.ifPresent(usage::addAll);
                    asked |= answer.isPresent();
                }
            }
        }
        if (asked && !usage.equals(last.put(id, List.copyOf(usage)))) {
            ledger.usage(id, usage);
        }
        return last(id);
    }

    private static boolean isOwner(ServiceReference<?> service) {
        return service.getProperty(Constants.OBJECTCLASS) instanceof String[] classes
                && List.of(classes).contains(DataOwner.class.getName());
    }

    private Optional<List<DataOwner.Usage>> ask(PluginId id, ServiceReference<?> service) {
        try {
            return deadlines.run("usage-" + id, LIMIT, () -> actors.call(new Actor.Plugin(id, "usage"),
                    () -> guard.with(service, "usage", owner -> List.copyOf(((DataOwner) owner).usage()))));
        } catch (Exception e) {
            LOG.warn("{} did not say whom it touches; its last answer stands", id, e);
            return Optional.empty();
        }
    }
}
