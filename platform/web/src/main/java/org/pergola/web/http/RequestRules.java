package org.pergola.web.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is refused before anything else looks at a request: names that are not ours, pages on the content's origin,
 * content on the portal's, and state changes that another site has a browser send with our cookie.
 */
public final class RequestRules {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern PICTURE = Pattern.compile("/files/[0-9a-f]{64}");

    private final Origins origins;

    public RequestRules(Origins origins) {
        this.origins = origins;
    }

    /** What counts of a request. Headers that are absent are empty. */
    public record Asked(String method, String path, String host, String localAddress, boolean cookie,
            boolean webSocket, Optional<String> fetchSite, Optional<String> origin) {
    }

    /** What is to be done with it. */
    public sealed interface Verdict {
        /** Let it pass. */
        record Pass(Side side) implements Verdict {
        }

        /** @param status 403, 404 or 421 */
        record Refuse(int status) implements Verdict {
        }

        /** Send the person to the same page of the portal. */
        record ToPortal() implements Verdict {
        }
    }

    public Verdict judge(Asked asked) {
        Side side = origins.side(asked.host(), asked.localAddress());
        if (side == Side.UNKNOWN) {
            return new Verdict.Refuse(421);
        }
        if (side == Side.PORTAL) {
            return onPortal(asked);
        }
        if (isContent(asked.path())) {
            return side == Side.CONTENT ? new Verdict.Pass(side) : new Verdict.Refuse(404);
        }
        boolean machines = side == Side.BACK || origins.loopbackPair();
        if (isMachine(asked.path())) {
            return answersMachines(machines, asked) ? new Verdict.Pass(side) : new Verdict.Refuse(404);
        }
        boolean reads = asked.method().equals("GET") || asked.method().equals("HEAD");
        return machines && reads && !asked.webSocket() ? new Verdict.ToPortal() : new Verdict.Refuse(404);
    }

    private Verdict onPortal(Asked asked) {
        if (asked.path().startsWith("/play/") || asked.path().startsWith("/files/")
                && !PICTURE.matcher(asked.path()).matches()) {
            return new Verdict.Refuse(404);
        }
        boolean changes = !READING.contains(asked.method());
        boolean withCookie = changes && asked.cookie() && !isMachine(asked.path());
        if ((withCookie || asked.webSocket()) && !sameOrigin(asked) || changes && isForgedCall(asked)) {
            return new Verdict.Refuse(403);
        }
        return new Verdict.Pass(Side.PORTAL);
    }

    /** Another site's page may not have a browser send a remembered Basic password to REST. */
    private static boolean isForgedCall(Asked asked) {
        return asked.path().startsWith("/api/") && asked.fetchSite()
                .filter(site -> !site.equals("same-origin") && !site.equals("none")).isPresent();
    }

    /**
     * A browser that runs a package on the other loopback name must not reach REST there: it might send a remembered
     * Basic password along. Programs send no Sec-Fetch-Site, and an address typed by a person says none.
     */
    private static boolean answersMachines(boolean machines, Asked asked) {
        return asked.path().startsWith("/health") || machines && asked.fetchSite().filter(site -> !site.equals("none"))
                .isEmpty() && asked.origin().isEmpty();
    }

    private static boolean sameOrigin(Asked asked) {
        if (asked.fetchSite().isPresent()) {
            return asked.fetchSite().get().equals("same-origin");
        }
        return asked.origin().flatMap(Authority::ofOrigin).flatMap(origin -> Authority.parse(asked.host())
                .map(origin::sameAs)).orElse(false);
    }

    private static boolean isContent(String path) {
        return path.startsWith("/play/") || path.startsWith("/files/");
    }

    /** Paths that read no cookie. */
    private static boolean isMachine(String path) {
        return path.startsWith("/api/") || path.equals("/health") || path.startsWith("/health/")
                || path.equals("/metrics") || path.startsWith("/xapi/") || path.startsWith("/scim/")
                || path.startsWith("/lti/") || path.startsWith("/.well-known/");
    }
}
