package org.pergola.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.MaxBody;
import org.pergola.api.text.Text;
import org.pergola.web.http.LimitedBody;

/** Asks for the permission that a resource method declares, and keeps its body within its limit. */
final class PermissionFilter implements ContainerRequestFilter {

    private final Actors actors;
    private final Access access;

    @Context
    private ResourceInfo resource;

    PermissionFilter(Actors actors, Access access) {
        this.actors = actors;
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        permit(Declared.permission(resource.getResourceClass(), method).orElse(Access.SIGNED_IN));
        long limit = Declared.find(method, MaxBody.class).map(MaxBody::mebibytes).orElse(1) * 1024L * 1024L;
        if (request.getLength() > limit) {
            throw LimitedBody.tooLarge(limit);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new LimitedBody(request.getEntityStream(), limit));
        }
    }

    private void permit(String permission) {
        if (permission.equals(Access.PUBLIC)) {
            return;
        }
        if (actors.current() instanceof Actor.Anonymous) {
            throw new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("web.sign_in"));
        }
        if (!permission.equals(Access.SIGNED_IN)) {
            access.requireAnywhere(permission);
        }
    }
}
