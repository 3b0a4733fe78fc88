package org.pergola.web.rest;

import jakarta.ws.rs.ext.RuntimeDelegate;
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
import org.pergola.web.gate.GateKeeper;

/** Follows the REST resources that bundles register. */
@Component(service = Applications.class)
public final class Applications {

    private final Routes routes;
    private final ServiceTracker<Object, Object> tracker;

    @Activate
    public Applications(BundleContext context, @Reference Guard guard, @Reference GateKeeper keeper)
            throws InvalidSyntaxException {
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
    }

    Routes routes() {
        return routes;
    }
}
