package org.pergola.courses.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.MaxBody;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.UploadName;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.courses.Outline;
import org.pergola.courses.Packages;

/** {@code /api/v1/courses/{id}/activities}: what is in a course. */
@JakartarsResource
@Component(service = ActivityResource.class)
@Path("courses/{id}/activities")
@Produces(MediaType.APPLICATION_JSON)
@Requires("courses.course.manage")
public final class ActivityResource {

    private final Courses courses;
    private final Outline outline;
    private final Packages packages;

    @Activate
    public ActivityResource(@Reference Courses courses, @Reference Outline outline, @Reference Packages packages) {
        this.courses = courses;
        this.outline = outline;
        this.packages = packages;
    }

    /** In order. */
    @GET
    @Requires(Access.SIGNED_IN)
    public Page<CourseJson.ActivityJson> list(@PathParam("id") UUID id) {
        return Page.of(found(id).activities()).map(CourseJson.ActivityJson::of);
    }

    /** @param sectionId empty for the last section */
    public record NewActivity(String type, String title, UUID sectionId) {
    }

    /** One that is written by hand. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("id") UUID id, NewActivity wished) {
        if (wished == null || wished.title() == null || wished.type() == null) {
            throw Refused.invalid(wished == null || wished.title() == null ? "title" : "type",
                    Text.of("courses.title.missing"));
        }
        return created(id, outline.addAuthored(id, Optional.ofNullable(wished.sectionId()), wished.type(),
                wished.title()));
    }

    /** One that plays a package. */
    @POST
    @Consumes({"application/zip", "application/octet-stream"})
    @MaxBody(mebibytes = Packages.LIMIT_MEBIBYTES)
    public Response add(@PathParam("id") UUID id, InputStream body, @BeanParam UploadName name) {
        return created(id, packages.add(id, Optional.empty(), name.or("package.zip"), body));
    }

    /** The next version of its package; attempts that are under way stay on theirs. */
    @PUT
    @Path("{activity}/package")
    @Consumes(MediaType.WILDCARD)
    @MaxBody(mebibytes = Packages.LIMIT_MEBIBYTES)
    public CourseJson.ActivityJson replace(@PathParam("id") UUID id, @PathParam("activity") UUID activityId,
            InputStream body, @BeanParam UploadName name) {
        return CourseJson.ActivityJson.of(packages.replace(id, activityId, name.or("package.zip"), body));
    }

    @PATCH
    @Path("{activity}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CourseJson.ActivityJson change(@PathParam("id") UUID id, @PathParam("activity") UUID activityId,
            Patch patch) {
        patch.only("title", "required");
        return CourseJson.ActivityJson.of(outline.changeActivity(id, activityId, patch.string("title"),
                patch.bool("required")).activity(activityId).orElseThrow(ActivityResource::missing));
    }

    /** It drops out of the course; what was done in it is kept. */
    @DELETE
    @Path("{activity}")
    public void remove(@PathParam("id") UUID id, @PathParam("activity") UUID activityId) {
        outline.removeActivity(id, activityId);
    }

    private Course found(UUID id) {
        return courses.find(id).orElseThrow(CourseResource::missing);
    }

    private static Response created(UUID courseId, Course.Activity activity) {
        return Response.created(URI.create("courses/" + courseId + "/activities/" + activity.id()))
                .entity(CourseJson.ActivityJson.of(activity)).build();
    }

    private static Refused missing() {
        return Refused.missing(Text.of("courses.activity.missing"));
    }
}
