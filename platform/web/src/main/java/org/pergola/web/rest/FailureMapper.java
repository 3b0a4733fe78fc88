package org.pergola.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.pergola.web.http.Failures;
import org.pergola.web.http.Problem;

/** Answers what a resource throws, and leaves what was unexpected for the guard to count. */
final class FailureMapper implements ExceptionMapper<Throwable> {

    /** The request's property with the {@link Throwable} that nobody expected. */
    static final String UNEXPECTED = "pergola.unexpected";

    private final Failures failures;

    @Context
    private HttpServletRequest request;

    FailureMapper(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            Response given = web.getResponse();
            if (given.hasEntity() || given.getStatus() < 400) {
                return given;
            }
        }
        Failures.Said said = failures.say(thrown);
        if (said.unexpected()) {
            request.setAttribute(UNEXPECTED, thrown);
        }
        Response.ResponseBuilder answer = Response.status(said.problem().status()).type(Problem.TYPE)
                .entity(said.problem().json());
        said.retryAfter().ifPresent(seconds -> answer.header("Retry-After", seconds));
        if (said.problem().status() == 401) {
            Challenge.of(request.getHeader("Sec-Fetch-Site"))
                    .forEach(challenge -> answer.header("WWW-Authenticate", challenge));
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            answer.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        return answer.build();
    }
}
