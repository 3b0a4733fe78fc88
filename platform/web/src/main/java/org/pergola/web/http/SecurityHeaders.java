package org.pergola.web.http;

import jakarta.servlet.http.HttpServletResponse;

/** What answers say that are no pages of the portal; those carry their own policy. */
public final class SecurityHeaders {

    /** The policy of what is no page at all. */
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'none'";

    private SecurityHeaders() {
    }

    /** For data: shown nowhere, stored nowhere. */
    public static void data(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("Cache-Control", "no-store");
    }
}
