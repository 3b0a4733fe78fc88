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
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.people.OrgUnits;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.Versioned;
import org.pergola.api.text.Text;

/** The tree of org units. */
@JakartarsResource
@Component(service = OrgUnitResource.class)
@Path("org-units")
@Produces(MediaType.APPLICATION_JSON)
@Requires("kernel.unit.manage")
public final class OrgUnitResource {

    private final OrgUnits units;

    @Activate
    public OrgUnitResource(@Reference OrgUnits units) {
        this.units = units;
    }

    /** @param people who belong to it now, those of units below not counted */
    public record Unit(UUID id, String name, Optional<UUID> parentId, long people, long version)
            implements Versioned {
    }

    /** @param parentId at the top where absent */
    public record NewUnit(String name, Optional<UUID> parentId) {
    }

    /** Parents before children. */
    @GET
    @Requires("kernel.unit.see")
    public Page<Unit> list(@BeanParam ListQuery query) {
        String words = query.words().toLowerCase(Locale.ROOT);
        List<Unit> all = units.list().stream().map(OrgUnitResource::shape)
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).contains(words)).toList();
        return Pages.of(all, query, unit -> unit.id().toString());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewUnit wished) {
        OrgUnits.OrgUnit unit = units.create(wished.name() == null ? "" : wished.name(),
                wished.parentId() == null ? Optional.empty() : wished.parentId());
        return Response.created(URI.create("org-units/" + unit.id())).entity(shape(unit)).build();
    }

    @GET
    @Path("{id}")
    @Requires("kernel.unit.see")
    public Unit one(@PathParam("id") UUID id) {
        return units.find(id).map(OrgUnitResource::shape)
                .orElseThrow(() -> Refused.missing(Text.of("web.unit.missing")));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Unit change(@PathParam("id") UUID id, Patch patch, @BeanParam IfMatch ifMatch) {
        patch.only("name", "parentId");
        one(id);
        Optional<Optional<UUID>> parent = patch.clears("parentId") ? Optional.of(Optional.empty())
                : patch.uuid("parentId").map(Optional::of);
        return shape(units.change(id, patch.string("name"), parent, ifMatch.version()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") UUID id) {
        one(id);
        units.delete(id);
    }

    private static Unit shape(OrgUnits.OrgUnit unit) {
        return new Unit(unit.id(), unit.name(), unit.parentId(), unit.people(), unit.version());
    }
}
