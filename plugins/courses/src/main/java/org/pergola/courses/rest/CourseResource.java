package org.pergola.courses.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.MaxBody;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.UploadName;
import org.pergola.api.text.Text;
import org.pergola.courses.Course;
import org.pergola.courses.Courses;
import org.pergola.courses.Packages;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.LearnableRef.State;

/** {@code /api/v1/courses}. */
@JakartarsResource
@Component(service = CourseResource.class)
@Path("courses")
@Produces(MediaType.APPLICATION_JSON)
@Requires("courses.course.manage")
public final class CourseResource {

    private final Courses courses;
    private final Packages packages;
    private final Enrolments enrolments;

    @Activate
    public CourseResource(@Reference Courses courses, @Reference Packages packages,
            @Reference Enrolments enrolments) {
        this.courses = courses;
        this.packages = packages;
        this.enrolments = enrolments;
    }

    /** By title. @param state draft, published or retired; empty for all that are not in the bin */
    @GET
    @Requires("courses.course.see")
    public Page<CourseJson.RowJson> list(@BeanParam ListQuery query, @QueryParam("state") String state) {
        List<Course.Row> rows = courses.list(new Courses.Query(query.words(), Optional.ofNullable(state)
                .filter(word -> !word.isBlank()).map(CourseResource::state), false,
                query.cursor().map(CourseResource::id)), query.limit() + 1);
        Map<UUID, Long> learners = enrolments.countsOf(rows.stream().map(Course.Row::id).toList());
        return Page.cut(rows, query.limit(), row -> row.id().toString())
                .map(row -> CourseJson.RowJson.of(row, learners.getOrDefault(row.id(), 0L)));
    }

    /** @param state draft or published; published where it is absent, so that one can enrol at once */
    public record NewCourse(String title, String summary, String description, String state) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewCourse wished) {
        if (wished == null || wished.title() == null) {
            throw Refused.invalid("title", Text.of("courses.title.missing"));
        }
        Course course = courses.create(wished.title(),
                wished.state() == null ? State.PUBLISHED : state(wished.state()));
        if (wished.summary() != null || wished.description() != null) {
            course = courses.change(course.id(), new Courses.Change(Optional.empty(),
                    Optional.ofNullable(wished.summary()), Optional.ofNullable(wished.description()),
                    Optional.empty()), Optional.empty());
        }
        return created(course);
    }

    /** A package that somebody made, recognised by its content. */
    @POST
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    @MaxBody(mebibytes = Packages.LIMIT_MEBIBYTES)
    public Response upload(InputStream body, @BeanParam UploadName name) {
        return created(packages.importCourse(name.or("package.zip"), body));
    }

    @GET
    @Path("{id}")
    @Requires(Access.SIGNED_IN)
    public CourseJson one(@PathParam("id") UUID id) {
        return CourseJson.of(courses.find(id).orElseThrow(CourseResource::missing));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CourseJson change(@PathParam("id") UUID id, Patch patch, @BeanParam IfMatch ifMatch) {
        patch.only("title", "summary", "description", "state");
        return CourseJson.of(courses.change(id, new Courses.Change(patch.string("title"), words(patch, "summary"),
                words(patch, "description"), patch.string("state").map(CourseResource::state)), ifMatch.version()));
    }

    /** Into the bin. */
    @DELETE
    @Path("{id}")
    public void bin(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        courses.bin(id, ifMatch.version());
    }

    private static Optional<String> words(Patch patch, String field) {
        return patch.clears(field) ? Optional.of("") : patch.string(field);
    }

    private static Response created(Course course) {
        return Response.created(URI.create("courses/" + course.id())).entity(CourseJson.of(course)).build();
    }

    private static State state(String word) {
        return Arrays.stream(State.values()).filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst().orElseThrow(() -> Refused.invalid("state", Text.of("courses.state_unknown", word)));
    }

    static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException malformed) {
            throw Refused.invalid("cursor", Text.of("courses.cursor_unknown")).because(malformed);
        }
    }

    static Refused missing() {
        return Refused.missing(Text.of("courses.course.missing"));
    }
}
