package org.pergola.learning.rest;

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
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.access.Access;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Text;
import org.pergola.learning.Progresses;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;

/** {@code /api/v1/enrolments}: one's own, and those that may be seen. */
@JakartarsResource
@Component(service = EnrolmentResource.class)
@Path("enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Access.SIGNED_IN)
public final class EnrolmentResource {

    private final Enrolments enrolments;
    private final Progresses progresses;

    @Activate
    public EnrolmentResource(@Reference Enrolments enrolments, @Reference Progresses progresses) {
        this.enrolments = enrolments;
        this.progresses = progresses;
    }

    /** The acting person's own, those seen last first. */
    @GET
    public Page<EnrolmentJson> mine(@BeanParam ListQuery query) {
        return Page.of(enrolments.mine(query.limit())).map(EnrolmentJson::of);
    }

    @GET
    @Path("{id}")
    public EnrolmentJson one(@PathParam("id") UUID id) {
        return EnrolmentJson.of(found(id));
    }

    /** Suspends, resumes or withdraws: {@code {"status":"suspended","reason":"..."}}. */
    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Requires("learning.enrolment.manage")
    public EnrolmentJson change(@PathParam("id") UUID id, Patch patch, @BeanParam IfMatch ifMatch) {
        patch.only("status", "reason");
        if (!patch.has("status")) {
            return one(id);
        }
        Enrolment.Status status = status(patch.string("status").orElse(""));
        return EnrolmentJson.of(enrolments.change(id, status, patch.clears("reason") ? Optional.empty()
                : patch.string("reason"), ifMatch.version()));
    }

    /** Withdraws; what was done is kept. */
    @DELETE
    @Path("{id}")
    @Requires("learning.enrolment.manage")
    public void withdraw(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        enrolments.change(id, Enrolment.Status.WITHDRAWN, Optional.empty(), ifMatch.version());
    }

    @GET
    @Path("{id}/progress")
    public ProgressJson progress(@PathParam("id") UUID id) {
        return ProgressJson.of(progresses.of(id));
    }

    /** @param activityId empty for the next one that is not done */
    public record LaunchRequest(UUID activityId) {
    }

    /** @param url opens the attempt once, in a browser, without a portal session */
    public record LaunchJson(String url) {
    }

    @POST
    @Path("{id}/launch")
    public LaunchJson launch(@PathParam("id") UUID id, LaunchRequest request) {
        Optional<UUID> activityId = Optional.ofNullable(request).map(LaunchRequest::activityId);
        return new LaunchJson(progresses.launch(id, activityId).toString());
    }

    private Enrolment found(UUID id) {
        return enrolments.find(id).orElseThrow(() -> Refused.missing(Text.of("learning.enrolment.missing")));
    }

    private static Enrolment.Status status(String word) {
        return Arrays.stream(Enrolment.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> Refused.invalid("status", Text.of("learning.enrolment.status_unknown", word)));
    }
}
