package org.pergola.web.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.web.http.Failures;

/** The resources of one bundle as a Jersey application. Destroyed when retired and the last request has left. */
final class Application {

    /** Loud about resources given as instances and about wrong input of callers; both are as they should be. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"),
            Logger.getLogger("org.glassfish.jersey.internal.Errors"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    private final ServletContainer container;
    private int inside;
    private boolean retired;

    /** What every application is made with. */
    record Parts(Failures failures, Actors actors, Access access, ServletContext servlets) {
    }

    Application(String name, Collection<?> resources, Parts parts) throws ServletException {
        ObjectMapper mapper = Json.mapper();
        ResourceConfig config = new ResourceConfig();
        config.setApplicationName(name);
        config.setClassLoader(Application.class.getClassLoader());
        config.addProperties(Map.of(
                ServerProperties.WADL_FEATURE_DISABLE, true,
                ServerProperties.BV_FEATURE_DISABLE, true,
                CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                CommonProperties.PROVIDER_DEFAULT_DISABLE, "DOMSOURCE,RENDEREDIMAGE,SAXSOURCE,SOURCE,STREAMSOURCE",
                ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true,
                ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, false));
        config.register(new JacksonJsonProvider(mapper), 1).register(new PatchReader(mapper))
                .register(new FailureMapper(parts.failures()), 1)
                .register(new PermissionFilter(parts.actors(), parts.access())).register(new VersionTag());
        resources.forEach(config::register);
        container = new ServletContainer(config);
        withOwnLoader(() -> {
            container.init(new Config(name, parts.servlets()));
            return null;
        });
    }

    /** Comes in, where it is not retired. */
    synchronized boolean enter() {
        if (!retired) {
            inside++;
        }
        return !retired;
    }

    void leave() {
        boolean last;
        synchronized (this) {
            inside--;
            last = retired && inside == 0;
        }
        if (last) {
            destroy();
        }
    }

    void retire() {
        boolean empty;
        synchronized (this) {
            if (retired) {
                return;
            }
            retired = true;
            empty = inside == 0;
        }
        if (empty) {
            destroy();
        }
    }

    void service(URI base, URI uri, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        withOwnLoader(() -> container.service(base, uri, request, response));
    }

    private void destroy() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Application.class.getClassLoader());
        try {
            container.destroy();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Work {
        Object run() throws ServletException, IOException;
    }

    private static void withOwnLoader(Work work) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Application.class.getClassLoader());
        try {
            work.run();
        } catch (IOException broken) {
            throw new ServletException(broken);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private record Config(String name, ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public String getInitParameter(String parameter) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
