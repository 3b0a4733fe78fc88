package org.pergola.vaadin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Vaadin's servlet, started without the class scanning of a web container: what the scan would find, the application
 * names. Vaadin looks classes up by the thread's class loader in several places, so that is this bundle's throughout.
 */
final class UiServlet extends VaadinServlet {

    private static final long serialVersionUID = 1L;

    private final transient UiApplication application;
    private final transient PageRegistry pages;

    UiServlet(UiApplication application, PageRegistry pages) {
        this.application = application;
        this.pages = pages;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        try (Loader ignored = Loader.ours()) {
            new LookupServletContainerInitializer().process(Set.of(LookupInitializer.class), config.getServletContext());
            VaadinContext context = new VaadinServletContext(config.getServletContext());
            AppShellRegistry.getInstance(context).setShell(application.shell());
            registerPages(ApplicationRouteRegistry.getInstance(context));
            super.init(config);
            application.initialise(getService());
        }
    }

    private void registerPages(ApplicationRouteRegistry registry) {
        RouteConfiguration routes = RouteConfiguration.forRegistry(registry);
        routes.update(() -> application.routes().forEach(
                route -> routes.setRoute(route.path(), route.target(), route.layouts())));
        registry.setErrorNavigationTargets(application.errorPages().stream()
                .map(page -> page.asSubclass(Component.class)).collect(Collectors.toSet()));
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration)
            throws ServiceException {
        UiService service = new UiService(this, configuration, new PagePolicy(application::contentOrigin), pages);
        service.init();
        return service;
    }

    @Override
    protected StaticFileHandler createStaticFileHandler(VaadinService service) {
        return new UiFiles(service);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        PagePolicy.protect(response);
        try (Loader ignored = Loader.ours()) {
            super.service(request, response);
        }
    }

    @Override
    public void destroy() {
        try (Loader ignored = Loader.ours()) {
            super.destroy();
        }
    }

    /** This bundle's class loader on the thread, until closed. */
    private record Loader(ClassLoader before) implements AutoCloseable {

        static Loader ours() {
            Thread thread = Thread.currentThread();
            Loader loader = new Loader(thread.getContextClassLoader());
            thread.setContextClassLoader(UiServlet.class.getClassLoader());
            return loader;
        }

        @Override
        public void close() {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
