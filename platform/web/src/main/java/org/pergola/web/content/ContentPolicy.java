package org.pergola.web.content;

import jakarta.servlet.http.HttpServletResponse;

/** What answers on the content's origin say to the browser. */
final class ContentPolicy {

    private final String portal;

    /** @param portal A, the one page that may frame this */
    ContentPolicy(String portal) {
        this.portal = portal;
    }

    /** For the player's own page: only our scripts run in it. */
    void page(HttpServletResponse response, String nonce) {
        every(response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self' 'nonce-" + nonce
                + "'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data: blob:; media-src 'self' blob:; "
                + "font-src 'self' data:; connect-src 'self'; frame-src 'self' https: http: data: blob:; "
                + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors " + portal);
    }

    /** For a package's files: they may do whatever old packages do, framed by the player alone. */
    void file(HttpServletResponse response) {
        every(response);
        response.setHeader("Content-Security-Policy", "default-src 'self' https: http: data: blob: 'unsafe-inline' "
                + "'unsafe-eval'; frame-ancestors 'self' " + portal);
    }

    /**
     * For a single file that somebody uploaded: nothing runs in it. Pages of the portal may read it as data, which its
     * captions ask for; with their cookie they may not.
     */
    void upload(HttpServletResponse response) {
        every(response);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Access-Control-Allow-Origin", portal);
        response.setHeader("Content-Security-Policy", "default-src 'none'; img-src 'self'; media-src 'self'; "
                + "style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
                + portal);
    }

    private static void every(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
