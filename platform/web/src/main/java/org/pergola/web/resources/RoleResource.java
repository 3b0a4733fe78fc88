package org.pergola.web.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.people.Roles;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.Versioned;
import org.pergola.api.text.Text;

/** Roles and what they permit. */
@JakartarsResource
@Component(service = RoleResource.class)
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Requires("kernel.role.manage")
public final class RoleResource {

    private final Roles roles;

    @Activate
    public RoleResource(@Reference Roles roles) {
        this.roles = roles;
    }

    /** @param suggested came with the platform or a plugin */
    public record Role(UUID id, String name, Set<String> permissions, boolean suggested, long people, long version)
            implements Versioned {
    }

    /** What a new role needs. */
    public record NewRole(String name, List<String> permissions) {
    }

    @GET
    @Requires("kernel.role.see")
    public Page<Role> list(@BeanParam ListQuery query) {
        String words = query.words().toLowerCase(Locale.ROOT);
        List<Role> all = roles.list().stream().map(RoleResource::shape)
                .filter(role -> role.name().toLowerCase(Locale.ROOT).contains(words)).toList();
        return Pages.of(all, query, role -> role.id().toString());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewRole wished) {
        if (wished.permissions() == null) {
            throw Refused.invalid("permissions", Text.of("web.permission.missing"));
        }
        Roles.Role role = roles.create(wished.name() == null ? "" : wished.name(), Set.copyOf(wished.permissions()));
        return Response.created(URI.create("roles/" + role.id())).entity(shape(role)).build();
    }

    @GET
    @Path("{id}")
    @Requires("kernel.role.see")
    public Role one(@PathParam("id") UUID id) {
        return roles.find(id).map(RoleResource::shape)
                .orElseThrow(() -> Refused.missing(Text.of("web.role.missing")));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Role change(@PathParam("id") UUID id, Patch patch, @BeanParam IfMatch ifMatch) {
        patch.only("name", "permissions");
        one(id);
        Optional<Set<String>> permissions = patch.strings("permissions").map(Set::copyOf);
        return shape(roles.change(id, patch.string("name"), permissions, ifMatch.version()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") UUID id) {
        one(id);
        roles.delete(id);
    }

    private static Role shape(Roles.Role role) {
        return new Role(role.id(), role.name(), new TreeSet<>(role.permissions()), role.suggested(), role.people(),
                role.version());
    }
}
