package org.pergola.vaadin;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Files of the frontend bundle carry a hash of their content in their name: a browser need never ask again. */
final class UiFiles extends StaticFileServer {

    private static final String HASHED = "/VAADIN/build/";

    UiFiles(VaadinService service) {
        super(service);
    }

    @Override
    protected void writeCacheHeaders(String file, HttpServletRequest request, HttpServletResponse response) {
        if (file.startsWith(HASHED)) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            super.writeCacheHeaders(file, request, response);
        }
    }
}
