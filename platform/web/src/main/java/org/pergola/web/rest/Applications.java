package org.pergola.web.rest;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;
import org.pergola.web.gate.GateKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the REST resources that bundles register. */
@Component(service = Applications.class)
public final class Applications implements Background {

    private static final Logger LOG = LoggerFactory.getLogger(Applications.class);

    private final GateKeeper keeper;
    private final Routes routes;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pergola-rest").daemon().priority(Thread.MIN_PRIORITY).factory());
    private final ServiceTracker<Object, Object> tracker;

    @Activate
    public Applications(BundleContext context, @Reference Guard guard, @Reference GateKeeper keeper)
            throws InvalidSyntaxException {
        this.keeper = keeper;
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        routes = new Routes(guard::owner, keeper.owners());
        tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter("(osgi.jakartars.resource=true)"), null) {
            @Override
            public Object addingService(ServiceReference<Object> reference) {
                Object resource = context.getService(reference);
                Bundle bundle = reference.getBundle();
                if (resource == null || bundle != null && routes.add(bundle, reference, resource)) {
                    return resource;
                }
                context.ungetService(reference);
                return null;
            }

            @Override
            public void removedService(ServiceReference<Object> reference, Object resource) {
                routes.remove(reference);
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
        background.shutdownNow();
    }

    Routes routes() {
        return routes;
    }

    /**
     * The resources of one bundle, as far as a description needs them.
     *
     * @param revision changes with the bundle
     */
    public record Described(Optional<PluginId> plugin, Bundle bundle, long revision, List<String> classes) {
    }

    public List<Described> described() {
        return routes.groups().stream().map(group -> new Described(group.plugin(), group.bundle(),
                group.bundle().getLastModified(), group.classes()))
                .toList();
    }

    @Override
    public void inside(Optional<PluginId> plugin, Runnable work) {
        keeper.inside(plugin, work);
    }

    @Override
    public Runnable afterChanges(Runnable work) {
        AtomicBoolean planned = new AtomicBoolean();
        Runnable plan = () -> {
            if (!background.isShutdown() && planned.compareAndSet(false, true)) {
                background.schedule(() -> {
                    planned.set(false);
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        LOG.warn("Work after a change of the REST resources failed", failed);
                    }
                }, 2, TimeUnit.SECONDS);
            }
        };
        routes.whenChanged(plan);
        plan.run();
        return () -> routes.noLongerWhenChanged(plan);
    }
}
