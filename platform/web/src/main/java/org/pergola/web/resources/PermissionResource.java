package org.pergola.web.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.people.Roles;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Texts;

/** The permissions that the platform and its plugins declare. */
@JakartarsResource
@Component(service = PermissionResource.class)
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
@Requires("kernel.role.see")
public final class PermissionResource {

    private final Roles roles;
    private final Texts texts;

    @Activate
    public PermissionResource(@Reference Roles roles, @Reference Texts texts) {
        this.roles = roles;
        this.texts = texts;
    }

    /** @param scopes where it can be granted */
    public record Permission(String name, String title, String owner, Set<String> scopes) {
    }

    @GET
    public Page<Permission> list() {
        return Page.of(roles.permissions().stream().map(one -> new Permission(one.name(), texts.words(one.title()),
                one.owner(), new TreeSet<>(one.scopes()))).toList());
    }
}
