package org.pergola.web.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Roles;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Text;

/** The roles that a person holds, and where. */
@JakartarsResource
@Component(service = GrantResource.class)
@Path("users/{userId}/grants")
@Produces(MediaType.APPLICATION_JSON)
@Requires("kernel.role.manage")
public final class GrantResource {

    private final Roles roles;

    @Activate
    public GrantResource(@Reference Roles roles) {
        this.roles = roles;
    }

    /** @param scopeType everywhere where absent */
    public record NewGrant(UUID roleId, Optional<String> scopeType, Optional<UUID> scopeId, Optional<Instant> to) {
    }

    @GET
    @Requires("kernel.role.see")
    public Page<Roles.Grant> list(@PathParam("userId") UUID userId) {
        return Page.of(roles.grantsOf(userId));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("userId") UUID userId, NewGrant wished) {
        if (wished.roleId() == null) {
            throw Refused.invalid("roleId", Text.of("web.field.malformed", "roleId"));
        }
        Roles.Grant grant = roles.grant(userId, wished.roleId(), given(wished.scopeType()).orElse("everywhere"),
                given(wished.scopeId()), given(wished.to()));
        return Response.created(URI.create("users/" + userId + "/grants/" + grant.id())).entity(grant).build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("userId") UUID userId, @PathParam("id") UUID id) {
        if (roles.grantsOf(userId).stream().noneMatch(grant -> grant.id().equals(id))) {
            throw Refused.missing(Text.of("web.missing"));
        }
        roles.revoke(id);
    }

    private static <T> Optional<T> given(Optional<T> absent) {
        return absent == null ? Optional.empty() : absent;
    }
}
