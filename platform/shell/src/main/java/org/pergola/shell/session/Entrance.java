package org.pergola.shell.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.pergola.api.actor.Actor;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.SignIn;

/** Binds the person of the session for the length of a page's request; a session that was ended is thrown away. */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=pergola.ui)")
public final class Entrance implements Filter {
    private final ActorBinding binding;
    private final SignIn accounts;

    @Activate
    public Entrance(@Reference ActorBinding binding, @Reference SignIn accounts) {
        this.binding = binding;
        this.accounts = accounts;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (ActorBinding.Bound bound = binding.bind(actor((HttpServletRequest) request))) {
            chain.doFilter(request, response);
        }
    }

    private Actor actor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<UUID> person = session == null ? Optional.empty() : Signing.person(session::getAttribute);
        if (person.isEmpty()) {
            return new Actor.Anonymous();
        }
        if (!Signing.counts(person.get(), session::getAttribute, accounts)) {
            session.invalidate();
            return new Actor.Anonymous();
        }
        return new Actor.Person(person.get());
    }
}
