package org.pergola.web.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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
import org.pergola.api.job.Jobs;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** How work that takes longer is doing. */
@JakartarsResource
@Component(service = JobResource.class)
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Access.SIGNED_IN)
public final class JobResource {

    private final Jobs jobs;
    private final Texts texts;

    @Activate
    public JobResource(@Reference Jobs jobs, @Reference Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /**
     * @param state    queued, running, succeeded, failed or cancelled
     * @param progress 0 to 1
     */
    public record Job(UUID id, String job, String state, double progress, Optional<String> message,
            Map<String, Object> result, Instant queued, Optional<Instant> finished) {
    }

    @GET
    @Requires("kernel.job.see")
    public Page<Job> list(@BeanParam ListQuery query) {
        return Page.of(jobs.latest(query.limit()).stream().map(this::shape).toList());
    }

    @GET
    @Path("{id}")
    public Job one(@PathParam("id") UUID id) {
        return jobs.find(id).map(this::shape).orElseThrow(() -> Refused.missing(Text.of("web.job.missing")));
    }

    @DELETE
    @Path("{id}")
    public void cancel(@PathParam("id") UUID id) {
        one(id);
        jobs.cancel(id);
    }

    private Job shape(Jobs.Status status) {
        return new Job(status.id(), status.job(), status.state().name().toLowerCase(Locale.ROOT), status.progress(),
                status.message().map(texts::words), status.result(), status.queued(), status.finished());
    }
}
