package org.pergola.web.http;

import java.io.IOException;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens ::1 beside 127.0.0.1 while the server listens on loopback alone, and puts every connector right: no header
 * cache (98 KB for each open connection otherwise), and WebSocket handshakes judged where the servlet whiteboard does
 * not see them. The container asks once its own connector is open.
 */
@Component(service = ConnectorFactory.class)
public final class Connectors implements ConnectorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);

    private final Origins origins;

    @Activate
    public Connectors(@Reference OriginsHolder holder) {
        origins = holder.origins();
    }

    @Override
    public Connector createConnector(Server server) {
        int port = -1;
        for (Connector connector : server.getConnectors()) {
            configure(connector);
            if (port < 0 && connector instanceof ServerConnector main) {
                port = main.getLocalPort();
            }
        }
        sameSite(server);
        origins.listensOn(port);
        origins.contentPort().ifPresent(other -> openForContent(server, other));
        return origins.loopbackOnly() ? secondLoopback(server, port) : none(server);
    }

    /** The portal's cookie goes with no request that another site makes, but with a link that somebody follows. */
    private static void sameSite(Server server) {
        for (Handler handler : server.getDescendants(Handler.class)) {
            if (handler instanceof AbstractSessionManager sessions) {
                sessions.setSameSite(HttpCookie.SameSite.LAX);
            }
        }
    }

    private ServerConnector connector(Server server, String host, int port) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost(host);
        connector.setPort(port);
        configure(connector);
        return connector;
    }

    /** On the same addresses as the portal. */
    private void openForContent(Server server, int port) {
        String host = server.getConnectors()[0] instanceof ServerConnector main ? main.getHost() : "127.0.0.1";
        ServerConnector connector = connector(server, host, port);
        try {
            server.addConnector(connector);
            connector.start();
        } catch (Exception taken) {
            server.removeConnector(connector);
            LOG.error("Packages cannot be played: the content port {} cannot be opened", port, taken);
        }
    }

    private Connector secondLoopback(Server server, int port) {
        ServerConnector connector = connector(server, "::1", port);
        try {
            connector.open();
            return connector;
        } catch (IOException noSuchAddress) {
            LOG.info("No IPv6 loopback address here, listening on 127.0.0.1 alone: {}", noSuchAddress.getMessage());
            return none(server);
        }
    }

    /** The container insists on a connector; this one is reached from inside the process alone. */
    private static Connector none(Server server) {
        return new LocalConnector(server);
    }

    private void configure(Connector connector) {
        HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
        if (http == null) {
            return;
        }
        HttpConfiguration configuration = http.getHttpConfiguration();
        configuration.setHeaderCacheSize(0);
        configuration.setSendServerVersion(false);
        configuration.addCustomizer(new HandshakeCheck(new RequestRules(origins)));
    }
}
