package org.pergola.vaadin;

import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** Puts Vaadin on the servlet whiteboard while there is an application to show. */
@Component(service = {})
public final class UiServer {

    /** Name of the servlet context; its path is the root. */
    static final String CONTEXT = "pergola.ui";

    private static final Duration HEARTBEAT = Duration.ofMinutes(5);
    private static final Duration LONG_POLL = Duration.ofMinutes(2);

    private final ServiceRegistration<ServletContextHelper> context;
    private final ServiceRegistration<Servlet> servlet;

    @Activate
    public UiServer(BundleContext bundles, @Reference UiApplication application, @Reference PageRegistry pages) {
        UiContext files = new UiContext(bundles.getBundle(), FrameworkUtil.getBundle(application.getClass()));
        context = bundles.registerService(ServletContextHelper.class, files, contextProperties());
        servlet = bundles.registerService(Servlet.class, new UiServlet(application, pages), servletProperties());
    }

    @Deactivate
    void stop() {
        servlet.unregister();
        context.unregister();
    }

    /** The lowest ranking: any other context at the root is asked first, so that only what nobody owns comes here. */
    private static Dictionary<String, Object> contextProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME, CONTEXT);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH, "/");
        properties.put(Constants.SERVICE_RANKING, Integer.MIN_VALUE + 1);
        return properties;
    }

    private static Dictionary<String, Object> servletProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
                "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "vaadin");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/*");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        init(properties, InitParameters.SERVLET_PARAMETER_PUSH_MODE, "automatic");
        init(properties, InitParameters.SERVLET_PARAMETER_PUSH_SERVLET_MAPPING, "/");
        init(properties, InitParameters.SERVLET_PARAMETER_FRAME_OPTIONS, "DENY");
        init(properties, InitParameters.SERVLET_PARAMETER_HEARTBEAT_INTERVAL, "" + HEARTBEAT.toSeconds());
        // A proxy may cut a silent long poll; ending it first keeps that from looking like a lost connection.
        init(properties, InitParameters.SERVLET_PARAMETER_PUSH_SUSPEND_TIMEOUT_LONGPOLLING, "" + LONG_POLL.toMillis());
        // Else Vaadin asks the servlet context for it, which knows no registrations here, and warns.
        init(properties, VaadinServlet.INTERNAL_VAADIN_SERVLET_VITE_DEV_MODE_FRONTEND_PATH, "/*");
        // Vaadin's default keeps 46 KB more for each open page.
        init(properties, "org.atmosphere.websocket.bufferSize", "1024");
        return properties;
    }

    private static void init(Dictionary<String, Object> properties, String name, String value) {
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX + name, value);
    }
}
