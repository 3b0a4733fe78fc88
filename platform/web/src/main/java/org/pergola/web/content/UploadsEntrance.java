package org.pergola.web.content;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.pergola.api.text.Texts;
import org.pergola.web.http.Failures;
import org.pergola.web.http.Origins;
import org.pergola.web.http.OriginsHolder;
import org.pergola.web.http.Side;

/**
 * Answers {@code /files/} on the content's origin. The same path on the portal belongs to pictures, which stand in the
 * context of the pages, with its session; so the two are told apart before any context is looked for. It comes after
 * the entrance that judges requests. No cookie is read, no address is logged.
 */
@Component(service = Preprocessor.class, property = "service.ranking:Integer=500")
public final class UploadsEntrance implements Preprocessor {

    private final Origins origins;
    private final UploadedFiles files;
    private final Failures failures;

    @Activate
    public UploadsEntrance(@Reference OriginsHolder holder, @Reference UploadedFiles files, @Reference Texts texts) {
        this(holder.origins(), files, texts);
    }

    UploadsEntrance(Origins origins, UploadedFiles files, Texts texts) {
        this.origins = origins;
        this.files = files;
        this.failures = new Failures(texts);
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        if (plainRequest instanceof HttpServletRequest request
                && plainResponse instanceof HttpServletResponse response && isUpload(request)) {
            answer(request, response);
        } else {
            chain.doFilter(plainRequest, plainResponse);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            files.answer(path(request).substring(UploadedFiles.PATH.length()), request, response);
        } catch (IOException | RuntimeException failed) {
            failures.say(failed).problem().write(response);
        }
    }

    private boolean isUpload(HttpServletRequest request) {
        return path(request).startsWith(UploadedFiles.PATH) && origins.side(Optional.ofNullable(
                request.getHeader("Host")).orElse(""), request.getLocalAddr()) == Side.CONTENT;
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    }
}
