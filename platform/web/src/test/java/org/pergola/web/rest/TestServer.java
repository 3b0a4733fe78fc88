package org.pergola.web.rest;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.osgi.framework.Bundle;
import org.pergola.web.gate.PathOwners;

/** REST on a real server, with resources of our own as those of plugins. */
final class TestServer implements AutoCloseable {

    final FakeKernel kernel = new FakeKernel();
    final FakeDatabase database = new FakeDatabase();
    final Routes routes = new Routes(kernel::owner, new PathOwners());
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    TestServer() throws Exception {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new RestServlet(routes, new Idle(), kernel.kernel(database))), "/api/v1/*");
        server.setHandler(context);
        server.start();
    }

    private static final class Idle implements Background {
        @Override
        public Runnable afterChanges(Runnable work) {
            return () -> { };
        }

        @Override
        public void inside(java.util.Optional<org.pergola.api.plugin.PluginId> plugin, Runnable work) {
            work.run();
        }
    }

    /** A bundle of which only the name is asked. */
    static Bundle bundle(String name) {
        return (Bundle) Proxy.newProxyInstance(TestServer.class.getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "hashCode" -> name.hashCode();
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/v1/" + path));
    }

    HttpRequest.Builder asAnn(String path) {
        return request(path).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString("ann:secret".getBytes()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
