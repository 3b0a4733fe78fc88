package org.pergola.web.gate;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.pergola.api.plugin.PluginId;
import org.pergola.web.http.Origins;
import org.pergola.web.http.OriginsHolder;
import org.pergola.web.http.Problem;
import org.pergola.web.http.RequestRules;
import org.pergola.web.http.RequestRules.Asked;
import org.pergola.web.http.RequestRules.Verdict;
import org.pergola.web.http.SecurityHeaders;

/** The first to see a request: judges it, then lets it wait at the gate while its plugin is swapped. */
@Component(service = Preprocessor.class, property = "service.ranking:Integer=1000")
public final class Entrance implements Preprocessor {

    private final Origins origins;
    private final RequestRules rules;
    private final GateKeeper keeper;

    @Activate
    public Entrance(@Reference OriginsHolder holder, @Reference GateKeeper keeper) {
        this.origins = holder.origins();
        this.rules = new RequestRules(origins);
        this.keeper = keeper;
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        if (!(plainRequest instanceof HttpServletRequest request)
                || !(plainResponse instanceof HttpServletResponse response)) {
            throw new ServletException("HTTP only");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        switch (rules.judge(asked(request))) {
            case Verdict.Pass pass -> atTheGate(request, response, chain);
            case Verdict.ToPortal toPortal -> toPortal(request, response);
            case Verdict.Refuse refuse -> Problem.of(refuse.status(), sentence(refuse.status())).write(response);
        }
    }

    private void atTheGate(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Set<PluginId> plugins = keeper.owners().of(path(request));
        if (plugins.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Gate.Pass> entered = keeper.gate().enter(plugins);
        if (entered.isEmpty()) {
            response.setHeader("Retry-After", "5");
            Problem.of(503, "This part is being updated just now. Please try again in a moment.").write(response);
            return;
        }
        Gate.Pass pass = entered.get();
        boolean later = false;
        try {
            chain.doFilter(request, response);
            later = request.isAsyncStarted();
            if (later) {
                request.getAsyncContext().addListener(new Leave(pass));
            }
        } finally {
            if (!later) {
                pass.close();
            }
        }
    }

    private void toPortal(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", origins.portal() + request.getRequestURI() + query);
        SecurityHeaders.data(response);
    }

    private static Asked asked(HttpServletRequest request) {
        return new Asked(request.getMethod(), path(request), header(request, "Host").orElse(""),
                request.getLocalAddr(), request.getHeader("Cookie") != null,
                header(request, "Upgrade").filter("websocket"::equalsIgnoreCase).isPresent(),
                header(request, "Sec-Fetch-Site"), header(request, "Origin"));
    }

    /** Decoded, as the servlets are found by it: an encoded letter must not lead past a rule. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 403 -> "This change was not asked for by a page of this portal.";
            case 421 -> "This server does not answer to that name. An administrator can set it with pergola.host.";
            default -> "There is nothing here.";
        };
    }

    private record Leave(Gate.Pass pass) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            pass.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            pass.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            pass.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
