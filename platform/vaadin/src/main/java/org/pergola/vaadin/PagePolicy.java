package org.pergola.vaadin;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page may load and run: scripts and styles of the portal itself, or those that carry this answer's nonce.
 * Vaadin's client makes both at run time, so a script of ours that runs first hands them the nonce.
 */
final class PagePolicy {

    private static final String NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'none'";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NONCE_SCRIPT = script("nonce.js");

    private final Supplier<Optional<String>> contentOrigin;

    PagePolicy(Supplier<Optional<String>> contentOrigin) {
        this.contentOrigin = contentOrigin;
    }

    /** Headers of every answer; a page's own policy and a file's own caching replace what is here. */
    static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", NOT_A_PAGE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-store");
    }

    /** Gives the page a nonce and the header that asks for it. */
    void apply(IndexHtmlResponse response) {
        String nonce = newNonce();
        Document page = response.getDocument();
        Element first = page.createElement("script");
        first.appendChild(new DataNode(NONCE_SCRIPT));
        page.head().prependChild(first);
        page.select("script, style").forEach(element -> element.attr("nonce", nonce));
        response.getVaadinResponse().setHeader("Content-Security-Policy", header(nonce, contentOrigin.get()));
    }

    static String header(String nonce, Optional<String> contentOrigin) {
        String own = "'self' 'nonce-" + nonce + "'";
        String framed = contentOrigin.orElse("'none'");
        return "default-src 'none'; script-src " + own + "; style-src " + own + "; img-src 'self' data:; media-src "
                + framed + "; frame-src " + framed + "; font-src 'self' data:; connect-src 'self'; "
                + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; "
                + "object-src 'none'";
    }

    private static String newNonce() {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    /** Without its comments: it is part of every page. */
    private static String script(String name) {
        try (InputStream file = PagePolicy.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
