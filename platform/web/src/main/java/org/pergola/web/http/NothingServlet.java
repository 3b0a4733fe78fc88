package org.pergola.web.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What machines get where nothing else answers: a problem document, and never a page. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=org.pergola.web)")
public final class NothingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean notYet = request.getPathInfo() != null && request.getPathInfo().startsWith("/v1/");
        if (notYet) {
            response.setHeader("Retry-After", "5");
            Problem.of(503, "Pergola is starting. Please try again in a moment.").write(response);
        } else {
            Problem.of(404, "There is nothing here.").write(response);
        }
    }
}
