package org.pergola.kernel.plugins;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.pergola.api.actor.Actor;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.framework.Deadlines;

/** How plugins say they are, by the health checks that they register. Asked off the way of any request. */
final class HealthBoard {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** @param why what the worst check said */
    record Finding(Plugins.Health health, Optional<Text> why) {
        private static final Finding UNKNOWN = new Finding(Plugins.Health.UNKNOWN, Optional.empty());

        boolean worseThan(Finding other) {
            return rank(health) > rank(other.health);
        }

        private static int rank(Plugins.Health health) {
            return switch (health) {
                case UNKNOWN -> 0;
                case HEALTHY -> 1;
                case LOOK -> 2;
                case FAILING -> 3;
            };
        }
    }

    private final Guard guard;
    private final ActorBinding actors;
    private final Deadlines deadlines;
    private final Map<PluginId, Finding> last = new ConcurrentHashMap<>();

    HealthBoard(Guard guard, ActorBinding actors, Deadlines deadlines) {
        this.guard = guard;
        this.actors = actors;
        this.deadlines = deadlines;
    }

    Finding last(PluginId id) {
        return last.getOrDefault(id, Finding.UNKNOWN);
    }

    void forget(PluginId id) {
        last.remove(id);
    }

    /** Asks every check of these bundles. */
    Finding ask(PluginId id, Collection<Bundle> bundles) {
        Finding worst = Finding.UNKNOWN;
        for (Bundle bundle : bundles) {
            ServiceReference<?>[] services = bundle.getState() == Bundle.ACTIVE ? bundle.getRegisteredServices() : null;
            for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
                Finding finding = isCheck(service) ? ask(id, service) : Finding.UNKNOWN;
                worst = finding.worseThan(worst) ? finding : worst;
            }
        }
        last.put(id, worst);
        return worst;
    }

    private static boolean isCheck(ServiceReference<?> service) {
        return service.getProperty(org.osgi.framework.Constants.OBJECTCLASS) instanceof String[] classes
                && java.util.List.of(classes).contains(HealthCheck.class.getName());
    }

    private Finding ask(PluginId id, ServiceReference<?> service) {
        try {
            return deadlines.run("health-" + id, LIMIT, () -> actors.call(new Actor.Plugin(id, "health"),
                    () -> guard.with(service, "health", check -> read(((HealthCheck) check).execute()))
                            .orElse(Finding.UNKNOWN)));
        } catch (Exception e) {
            return new Finding(Plugins.Health.FAILING, Optional.of(Reasons.of(e)));
        }
    }

    private static Finding read(Result result) {
        Plugins.Health health = switch (result.getStatus()) {
            case OK -> Plugins.Health.HEALTHY;
            case WARN, TEMPORARILY_UNAVAILABLE -> Plugins.Health.LOOK;
            case CRITICAL, HEALTH_CHECK_ERROR -> Plugins.Health.FAILING;
        };
        Optional<Text> why = Optional.empty();
        if (health != Plugins.Health.HEALTHY) {
            for (ResultLog.Entry entry : result) {
                if (entry.getStatus() == result.getStatus()) {
                    why = Optional.of(Text.plain(entry.getMessage()));
                }
            }
        }
        return new Finding(health, why);
    }
}
