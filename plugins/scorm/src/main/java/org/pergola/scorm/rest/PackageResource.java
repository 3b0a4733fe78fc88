package org.pergola.scorm.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.rest.Requires;
import org.pergola.scorm.Packages;
import org.pergola.scorm.ScormPackage;

/** {@code /api/v1/scorm/activities/{id}/packages}: which packages an activity has played, newest first. */
@JakartarsResource
@Component(service = PackageResource.class)
@Path("scorm/activities/{id}/packages")
@Produces(MediaType.APPLICATION_JSON)
@Requires("scorm.package.see")
public final class PackageResource {

    @Reference
    private Packages packages;

    @Reference
    private Access access;

    @GET
    public Map<String, List<ScormPackage.Info>> list(@PathParam("id") UUID activityId) {
        access.require("scorm.package.see", Target.everywhere());
        return Map.of("items", packages.versions(activityId));
    }
}
