package org.pergola.web.content;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.pergola.api.actor.Actor;
import org.pergola.api.content.ContentHandler;
import org.pergola.api.content.ContentHost.Launch;
import org.pergola.api.file.FileSets;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.SignIn;
import org.pergola.api.text.Texts;
import org.pergola.web.http.Failures;
import org.pergola.web.http.LimitedBody;
import org.pergola.web.http.Problem;

/**
 * Everything below {@code /play}: the one-time address, the package's files, the player's own, and whatever else the
 * handler answers. The token in the path is the only credential; no cookie is read or set, and no path is logged.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/play/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=org.pergola.web)")
public final class PlayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String START = "/start/";
    private static final long LARGEST = 4 * 1024 * 1024;
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final transient Content content;
    private final transient Answering handlers;
    private final transient PackageFiles packages;
    private final transient BundleFiles bundles = new BundleFiles();
    private final transient ActorBinding binding;
    private final transient SignIn signIn;
    private final transient Failures failures;

    /** Who answers for a launch, as long as they are there. */
    interface Answering {
        Optional<ContentHandler.Answer> answer(Launch launch, ContentHandler.Request request);

        /** With the player's own files. */
        Optional<Bundle> bundle(Launch launch);
    }

    @Activate
    public PlayServlet(@Reference Content content, @Reference Handlers handlers, @Reference FileSets fileSets,
            @Reference ActorBinding binding, @Reference SignIn signIn, @Reference Texts texts) {
        this(content, handlers, new PackageFiles(fileSets), binding, signIn, texts);
    }

    PlayServlet(Content content, Answering handlers, PackageFiles packages, ActorBinding binding, SignIn signIn,
            Texts texts) {
        this.content = content;
        this.handlers = handlers;
        this.packages = packages;
        this.binding = binding;
        this.signIn = signIn;
        this.failures = new Failures(texts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.startsWith(START)) {
            start(path.substring(START.length()), request, response);
            return;
        }
        int slash = path.indexOf('/', 1);
        String token = slash < 0 ? path.substring(1) : path.substring(1, slash);
        Optional<Launch> launch = content.find(token).filter(found -> signIn.mayAct(found.userId()));
        if (launch.isEmpty()) {
            nothing(response);
        } else if (slash < 0) {
            redirect(response, "/play/" + token + "/");
        } else {
            play(launch.get(), path.substring(slash + 1), request, response);
        }
    }

    private void start(String once, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = request.getMethod().equals("GET") ? content.start(once) : Optional.empty();
        if (token.isPresent()) {
            redirect(response, "/play/" + token.get() + "/");
        } else {
            Problem.of(404, "This address has been used or is too old. Please open the activity again.")
                    .write(response);
        }
    }

    private void play(Launch launch, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            binding.call(new Actor.Person(launch.userId()), () -> {
                answer(launch, path, request, response);
                return null;
            });
        } catch (IOException goneAway) {
            throw goneAway;
        } catch (Exception | LinkageError thrown) {
            Failures.Said said = failures.say(thrown);
            said.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
            said.problem().write(response);
        }
    }

    private void answer(Launch launch, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ContentPolicy policy = new ContentPolicy(content.origins().portal());
        if (path.startsWith("files/")) {
            policy.file(response);
            send(packages.find(launch.fileSetId(), path.substring("files/".length()), FOR_EVER), request, response);
            return;
        }
        if (path.startsWith("app/")) {
            policy.file(response);
            Optional<Bundle> bundle = handlers.bundle(launch);
            send(bundle.isEmpty() ? Optional.empty() : bundles.find(bundle.get(), path.substring("app/".length()),
                    "private, no-cache"), request, response);
        } else {
            handled(launch, path, request, response, policy);
        }
    }

    private void handled(Launch launch, String path, HttpServletRequest request, HttpServletResponse response,
            ContentPolicy policy) throws IOException {
        String nonce = Secrets.next();
        Optional<ContentHandler.Answer> answer = handlers.answer(launch, new ContentHandler.Request(
                request.getMethod(), path, query(request), Optional.ofNullable(request.getContentType()),
                new LimitedBody(request.getInputStream(), LARGEST), launch, nonce, content.origins().portal()));
        if (answer.isEmpty()) {
            switchedOff(response);
            return;
        }
        policy.page(response, nonce);
        response.setStatus(answer.get().status());
        response.setContentType(answer.get().contentType());
        response.setContentLength(answer.get().body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.get().body());
        }
    }

    private static void send(Optional<StoredFile> file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (file.isPresent()) {
            file.get().answer(request, response);
        } else {
            nothing(response);
        }
    }

    /** Only what stands in the address: the body is the handler's to read. */
    private static Map<String, List<String>> query(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(pair -> decoded(pair[0]),
                        Collectors.mapping(pair -> pair.length < 2 ? "" : decoded(pair[1]), Collectors.toList())));
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static void switchedOff(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "10");
        Problem.of(503, "This kind of content is switched off just now. Your work is kept.").write(response);
    }

    private static void nothing(HttpServletResponse response) throws IOException {
        Problem.of(404, "There is nothing here.").write(response);
    }
}
