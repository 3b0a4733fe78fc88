package org.pergola.web.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.host.OperatorToken;
import org.pergola.api.host.SignIn;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.web.http.Failures;
import org.pergola.web.http.SecurityHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything below {@code /api/v1}: says who asks, binds them, and hands over to the application of the path. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(RestServlet.BASE + "*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=org.pergola.web)")
public final class RestServlet extends HttpServlet {

    static final String BASE = "/api/v1/";

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private final transient Routes routes;
    private final transient Background background;
    private final transient Kernel kernel;
    private final transient Credentials credentials;
    private final transient Failures failures;
    private final transient Idempotency idempotency;

    private transient Runnable warming = () -> { };

    /** What REST needs of the kernel. */
    record Kernel(SignIn signIn, OperatorToken operator, ActorBinding binding, Actors actors, Access access,
            Guard guard, Texts texts, Database database, Clock clock) {
    }

    @Activate
    public RestServlet(@Reference Applications applications, @Reference SignIn signIn,
            @Reference OperatorToken operator, @Reference ActorBinding binding, @Reference Actors actors,
            @Reference Access access, @Reference Guard guard, @Reference Texts texts, @Reference Database database,
            @Reference Clock clock) {
        this(applications.routes(), applications, new Kernel(signIn, operator, binding, actors, access, guard, texts, database,
                clock));
    }

    RestServlet(Routes routes, Background background, Kernel kernel) {
        this.routes = routes;
        this.background = background;
        this.kernel = kernel;
        this.credentials = new Credentials(kernel.signIn(), kernel.operator()::matches);
        this.failures = new Failures(kernel.texts());
        this.idempotency = new Idempotency(kernel.database(), new Answers(kernel.database()), kernel.clock());
    }

    /** Makes the applications before somebody waits for them: the first takes a second. */
    private void warm() {
        routes.groups().forEach(group -> background.inside(group.plugin(), () -> {
            try {
                group.enter(parts()).ifPresent(Application::leave);
            } catch (ServletException broken) {
                LOG.error("The REST resources of {} do not work", group.name(), broken);
            }
        }));
    }

    @Override
    public void init() {
        warming = background.afterChanges(this::warm);
    }

    @Override
    public void destroy() {
        warming.run();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.data(response);
        Actor actor = new Actor.Anonymous();
        try {
            actor = credentials.actor(request);
            Actor who = actor;
            kernel.binding().call(actor, () -> {
                idempotency.around(who, request, response, this::answer);
                return null;
            });
        } catch (Exception | LinkageError thrown) {
            bound(actor, () -> {
                refuse(thrown, request, response);
                return null;
            });
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String path = request.getRequestURI().substring(BASE.length() - 1);
        Group group = routes.find(path).orElseThrow(() -> Refused.missing(Text.of("web.missing")));
        Application application = group.enter(parts())
                .orElseThrow(() -> Refused.missing(Text.of("web.missing")));
        try {
            guarded(group, request, () -> {
                application.service(base(request), uri(request), request, response);
                if (request.getAttribute(FailureMapper.UNEXPECTED) instanceof Exception unexpected) {
                    throw new Counted(unexpected);
                }
                return null;
            });
        } catch (Counted alreadyAnswered) {
            // The guard has counted it; the mapper has answered and logged it.
        } finally {
            application.leave();
        }
    }

    private Application.Parts parts() {
        return new Application.Parts(failures, kernel.actors(), kernel.access(), getServletContext());
    }

    private void guarded(Group group, HttpServletRequest request, Callable<Void> work) throws Exception {
        if (group.plugin().isPresent()) {
            kernel.guard().call(group.plugin().get(), "rest." + request.getMethod(), work);
        } else {
            work.call();
        }
    }

    private void refuse(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Failures.Said said = failures.say(thrown);
        said.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        if (said.problem().status() == HttpServletResponse.SC_UNAUTHORIZED) {
            Challenge.of(request.getHeader("Sec-Fetch-Site")).forEach(
                    challenge -> response.addHeader("WWW-Authenticate", challenge));
        }
        said.problem().write(response);
    }

    /** So that words are found in the language of the person. */
    private void bound(Actor actor, Callable<Void> work) throws IOException {
        try {
            kernel.binding().call(actor, work);
        } catch (IOException | RuntimeException passing) {
            throw passing;
        } catch (Exception unexpected) {
            throw new IOException(unexpected);
        }
    }

    private static URI base(HttpServletRequest request) {
        return URI.create(request.getScheme() + "://" + host(request) + BASE);
    }

    private static URI uri(HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            return URI.create(request.getScheme() + "://" + host(request) + request.getRequestURI()
                    + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Refused.Kind.MALFORMED, Text.of("web.request")).because(malformed);
        }
    }

    private static String host(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Host")).orElse("localhost");
    }

    private static final class Counted extends Exception {
        private static final long serialVersionUID = 1L;

        private Counted(Exception cause) {
            super(cause);
        }
    }
}
