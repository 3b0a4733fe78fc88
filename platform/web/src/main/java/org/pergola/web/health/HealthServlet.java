package org.pergola.web.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.pergola.web.http.Problem;
import org.pergola.web.http.SecurityHeaders;

/** {@code /health/live} and {@code /health/ready}: 200 or 503, open to all. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=org.pergola.web)")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.data(response);
        switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
            case "/live" -> answer(response, true, Map.of());
            case "/ready" -> {
                Map<String, Boolean> parts = readiness.parts();
                answer(response, !parts.containsValue(false), parts);
            }
            default -> Problem.of(404, "There is nothing here.").write(response);
        }
    }

    private static void answer(HttpServletResponse response, boolean up, Map<String, Boolean> parts)
            throws IOException {
        String checks = parts.entrySet().stream().map(part -> "{\"name\":\"" + part.getKey() + "\",\"status\":\""
                + (part.getValue() ? "UP" : "DOWN") + "\"}").collect(Collectors.joining(","));
        byte[] json = ("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"checks\":[" + checks + "]}")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
