package org.pergola.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.VaadinService;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.content.ContentHost;
import org.pergola.shell.frame.AdminFrame;
import org.pergola.shell.frame.AdminHost;
import org.pergola.shell.frame.PortalFrame;
import org.pergola.shell.frame.PortalHost;
import org.pergola.shell.host.Services;
import org.pergola.shell.session.Failures;
import org.pergola.shell.session.LoginView;
import org.pergola.vaadin.UiApplication;

/** The platform's one application: three routes, behind which the pages of all plugins come and go. */
@Component
public final class ShellApplication implements UiApplication {
    private final Services services;
    private final ContentHost content;

    @Activate
    public ShellApplication(@Reference Services services, @Reference ContentHost content) {
        this.services = services;
        this.content = content;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of("login", LoginView.class),
                new Route("admin/:path*", AdminHost.class, List.of(AdminFrame.class)),
                new Route(":path*", PortalHost.class, List.of(PortalFrame.class)));
    }

    @Override
    public Class<? extends AppShellConfigurator> shell() {
        return Shell.class;
    }

    @Override
    public Optional<String> contentOrigin() {
        return Optional.of(content.origin()).filter(origin -> !origin.isBlank());
    }

    @Override
    public void initialise(VaadinService service) {
        services.attachTo(service);
        service.addSessionInitListener(started -> started.getSession().setErrorHandler(new Failures()));
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        service.setSystemMessagesProvider(info -> messages);
    }
}
