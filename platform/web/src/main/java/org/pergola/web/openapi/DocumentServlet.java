package org.pergola.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.pergola.web.http.SecurityHeaders;

/** The description of REST: {@code /api/openapi.json} for programs, {@code /api/docs} for people; open to all. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({DocumentServlet.JSON, DocumentServlet.PAGE})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=org.pergola.web)")
public final class DocumentServlet extends HttpServlet {

    static final String JSON = "/api/openapi.json";
    static final String PAGE = "/api/docs";

    private static final long serialVersionUID = 1L;

    private final transient Documents documents;

    @Activate
    public DocumentServlet(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.data(response);
        ObjectNode document = documents.document();
        if (request.getServletPath().equals(JSON)) {
            answer(response, "application/json", document.toString());
            return;
        }
        String nonce = UUID.randomUUID().toString();
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'nonce-" + nonce
                + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        answer(response, "text/html;charset=UTF-8", DocumentPage.of(document, nonce));
    }

    private static void answer(HttpServletResponse response, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
