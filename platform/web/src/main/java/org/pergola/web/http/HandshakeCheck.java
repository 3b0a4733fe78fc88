package org.pergola.web.http;

import java.util.Optional;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.pergola.web.http.RequestRules.Asked;
import org.pergola.web.http.RequestRules.Verdict;

/** Judges WebSocket handshakes: they go past the servlet whiteboard, and so past its preprocessor. */
final class HandshakeCheck implements HttpConfiguration.Customizer {

    private final RequestRules rules;

    HandshakeCheck(RequestRules rules) {
        this.rules = rules;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        HttpFields headers = request.getHeaders();
        HttpField upgrade = headers.getField(HttpHeader.UPGRADE);
        if (upgrade == null || !upgrade.contains("websocket")) {
            return request;
        }
        Asked asked = new Asked(request.getMethod(), Request.getPathInContext(request),
                text(headers, "Host").orElse(""), Request.getLocalAddr(request), headers.contains(HttpHeader.COOKIE),
                true, text(headers, "Sec-Fetch-Site"), text(headers, "Origin"));
        if (rules.judge(asked) instanceof Verdict.Pass) {
            return request;
        }
        throw new BadMessageException(403, "This connection was not opened by a page of this portal.");
    }

    private static Optional<String> text(HttpFields headers, String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
