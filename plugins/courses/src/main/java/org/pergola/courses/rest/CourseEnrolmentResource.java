package org.pergola.courses.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.Versioned;
import org.pergola.api.text.Text;
import org.pergola.courses.Courses;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.Enrolments.Source;

/** {@code /api/v1/courses/{id}/enrolments}: who is in a course. */
@JakartarsResource
@Component(service = CourseEnrolmentResource.class)
@Path("courses/{id}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Access.SIGNED_IN)
public final class CourseEnrolmentResource {

    private final Courses courses;
    private final Enrolments enrolments;
    private final Actors actors;
    private final Database db;

    @Activate
    public CourseEnrolmentResource(@Reference Courses courses, @Reference Enrolments enrolments,
            @Reference Actors actors, @Reference Database db) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.actors = actors;
        this.db = db;
    }

    /** @param score 0 to 1 @param progress 0 to 1 */
    public record EnrolmentJson(UUID id, UUID userId, UUID courseId, int cycle, String status, Instant enrolled,
            Optional<Instant> started, Optional<Instant> lastSeen, Optional<Instant> completed, double progress,
            Optional<Double> score, long version) implements Versioned {

        static EnrolmentJson of(Enrolment enrolment) {
            return new EnrolmentJson(enrolment.id(), enrolment.userId(), enrolment.learnableId(), enrolment.cycle(),
                    enrolment.status().name().toLowerCase(Locale.ROOT), enrolment.enrolled(), enrolment.started(),
                    enrolment.lastSeen(), enrolment.completed(), enrolment.progress(),
                    enrolment.score().isPresent() ? Optional.of(enrolment.score().getAsDouble()) : Optional.empty(),
                    enrolment.version());
        }
    }

    /** Every cycle of those who may be seen. */
    @GET
    @Requires("learning.enrolment.see")
    public Page<EnrolmentJson> list(@PathParam("id") UUID id, @BeanParam ListQuery query) {
        requireCourse(id);
        List<Enrolment> rows = enrolments.of(id, query.cursor().map(CourseResource::id), query.limit() + 1);
        return Page.cut(rows, query.limit(), row -> row.id().toString()).map(EnrolmentJson::of);
    }

    /** One of the two. */
    public record NewEnrolments(UUID userId, List<UUID> userIds) {
    }

    /**
     * Enrols one person or several, all or none. A person may enrol themselves in what is published; for others it
     * asks for {@code learning.enrolment.manage}. Answers the enrolment, or the list of them.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enrol(@PathParam("id") UUID id, NewEnrolments wished) {
        requireCourse(id);
        if (wished != null && wished.userId() != null) {
            Enrolment enrolment = enrol(id, wished.userId());
            return Response.created(URI.create("enrolments/" + enrolment.id())).entity(EnrolmentJson.of(enrolment))
                    .build();
        }
        if (wished == null || wished.userIds() == null) {
            throw Refused.invalid("userId", Text.of("courses.enrol.whom"));
        }
        List<EnrolmentJson> all = db.write(tx -> wished.userIds().stream().map(user -> EnrolmentJson.of(
                enrol(id, user))).toList());
        return Response.status(Response.Status.CREATED).entity(Page.of(all)).build();
    }

    private Enrolment enrol(UUID courseId, UUID userId) {
        boolean self = actors.current().person().filter(userId::equals).isPresent();
        return enrolments.enrol(courseId, userId, self ? Source.SELF : Source.MANUAL);
    }

    private void requireCourse(UUID id) {
        if (courses.find(id).isEmpty()) {
            throw CourseResource.missing();
        }
    }
}
