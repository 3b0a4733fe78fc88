package org.pergola.web.rest;

import jakarta.servlet.ServletException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.uri.PathPattern;
import org.osgi.framework.Bundle;
import org.pergola.api.plugin.PluginId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The resources of one bundle, and the application made of them when it is first asked for. */
final class Group {

    private static final Logger LOG = LoggerFactory.getLogger(Group.class);

    private final Bundle bundle;
    private final Optional<PluginId> plugin;
    private final Map<Object, Object> resources = new LinkedHashMap<>();
    private volatile List<PathPattern> patterns = List.of();
    private Application application;

    Group(Bundle bundle, Optional<PluginId> plugin) {
        this.bundle = bundle;
        this.plugin = plugin;
    }

    /** Takes a resource in, unless it leaves open who may call it. */
    synchronized boolean add(Object key, Object resource) {
        List<Method> open = Declared.withoutPermission(resource.getClass());
        if (Declared.path(resource.getClass()).isEmpty() || !open.isEmpty()) {
            LOG.error("{} of {} is not registered: {}", resource.getClass().getName(), bundle.getSymbolicName(),
                    open.isEmpty() ? "it has no @Path" : "no @Requires on " + open.stream().map(Method::getName).toList());
            return false;
        }
        resources.put(key, resource);
        changed();
        return true;
    }

    synchronized void remove(Object key) {
        if (resources.remove(key) != null) {
            changed();
        }
    }

    synchronized boolean isEmpty() {
        return resources.isEmpty();
    }

    /** The application, entered; empty where there are no resources. */
    synchronized Optional<Application> enter(Application.Parts parts) throws ServletException {
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        if (application == null) {
            application = new Application(bundle.getSymbolicName(), resources.values(), parts);
        }
        return application.enter() ? Optional.of(application) : Optional.empty();
    }

    String name() {
        return bundle.getSymbolicName();
    }

    Bundle bundle() {
        return bundle;
    }

    Optional<PluginId> plugin() {
        return plugin;
    }

    List<PathPattern> patterns() {
        return patterns;
    }

    /** The names of the resource classes. */
    synchronized List<String> classes() {
        return resources.values().stream().map(resource -> resource.getClass().getName()).distinct().toList();
    }

    private void changed() {
        patterns = resources.values().stream().flatMap(resource -> Declared.path(resource.getClass()).stream())
                .map(PathPattern::new).toList();
        if (application != null) {
            application.retire();
            application = null;
        }
    }
}
