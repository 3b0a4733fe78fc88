package org.pergola.web.content;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.pergola.api.content.ContentHandler;
import org.pergola.api.content.ContentHost.Launch;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;

/** The content handlers that are there now, as references; and whose they are, also while they are away. */
@Component(service = Handlers.class)
public final class Handlers implements PlayServlet.Answering {

    private final Map<String, PluginId> owners = new ConcurrentHashMap<>();
    private final Map<String, ServiceReference<ContentHandler>> references = new ConcurrentHashMap<>();
    private final Guard guard;
    private final ServiceTracker<ContentHandler, String> tracker;

    @Activate
    public Handlers(BundleContext context, @Reference Guard guard) {
        this.guard = guard;
        tracker = new ServiceTracker<>(context, ContentHandler.class, null) {
            @Override
            public String addingService(ServiceReference<ContentHandler> reference) {
                Object name = reference.getProperty(ContentHandler.NAME);
                Bundle bundle = reference.getBundle();
                if (!(name instanceof String handler) || bundle == null) {
                    return null;
                }
                references.put(handler, reference);
                guard.owner(bundle).ifPresent(plugin -> owners.put(handler, plugin));
                return handler;
            }

            @Override
            public void removedService(ServiceReference<ContentHandler> reference, String handler) {
                references.remove(handler, reference);
            }
        };
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public Optional<ContentHandler.Answer> answer(Launch launch, ContentHandler.Request request) {
        return find(launch).flatMap(reference -> guard.with(reference, "content.answer",
                handler -> handler.answer(request)));
    }

    @Override
    public Optional<Bundle> bundle(Launch launch) {
        return find(launch).map(ServiceReference::getBundle);
    }

    private Optional<ServiceReference<ContentHandler>> find(Launch launch) {
        return Optional.ofNullable(references.get(launch.handler()));
    }

    Optional<PluginId> owner(String handler) {
        return Optional.ofNullable(owners.get(handler));
    }
}
