package org.pergola.vaadin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.shared.ui.Transport;
import java.util.concurrent.locks.Lock;

/** Vaadin's service, made to live in an OSGi container: class loaders, sessions of WebSockets, the page policy. */
final class UiService extends VaadinServletService {

    private static final long serialVersionUID = 1L;

    private final transient PagePolicy policy;
    private final transient PageRegistry pages;
    private final transient HandshakeSessions sessions = new HandshakeSessions();

    UiService(UiServlet servlet, DeploymentConfiguration configuration, PagePolicy policy, PageRegistry pages) {
        super(servlet, configuration);
        this.policy = policy;
        this.pages = pages;
    }

    @Override
    public void init() throws ServiceException {
        super.init();
        addUIInitListener(event -> welcome(event.getUI()));
    }

    /**
     * What a person does arrives by plain requests, which pass the gate and have their actor bound; the WebSocket only
     * carries the way back.
     */
    private void welcome(UI page) {
        page.getPushConfiguration().setTransport(Transport.WEBSOCKET_XHR);
        page.getPushConfiguration().setFallbackTransport(Transport.LONG_POLLING);
        pages.opened(page);
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(UiService.class.getClassLoader());
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        super.modifyIndexHtmlResponse(response);
        policy.apply(response);
    }

    @Override
    protected VaadinSession loadSession(WrappedSession session) {
        return super.loadSession(sessions.resolve(session));
    }

    @Override
    protected Lock getSessionLock(WrappedSession session) {
        return super.getSessionLock(sessions.resolve(session));
    }

    /**
     * Vaadin's cache of each component class asks to be told of the service's end, and would keep every version of a
     * plugin's component until then. {@link ClassLoaderHygiene} empties that cache instead.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        if (listener.getClass().getName().startsWith("com.vaadin.flow.component.internal.ComponentMetaData")) {
            return () -> { };
        }
        return super.addServiceDestroyListener(listener);
    }
}
