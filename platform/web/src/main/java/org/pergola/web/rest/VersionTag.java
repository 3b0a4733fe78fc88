package org.pergola.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.pergola.api.rest.Versioned;

/** Sends the version of an answer as its tag. */
final class VersionTag implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned versioned && response.getStatus() < 300) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + versioned.version() + "\"");
        }
    }
}
