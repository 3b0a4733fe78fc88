package org.pergola.media.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Text;
import org.pergola.media.Opening;
import org.pergola.media.Watching;

/** {@code /api/v1/media/attempts/{id}}: a learner watches, opens and confirms. Only attempts of one's own. */
@JakartarsResource
@Component(service = AttemptResource.class)
@Path("media/attempts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Requires("learning.enrolment.self")
public final class AttemptResource {

    private final Watching watching;
    private final Opening opening;

    @Activate
    public AttemptResource(@Reference Watching watching, @Reference Opening opening) {
        this.watching = watching;
        this.opening = opening;
    }

    /**
     * @param share    of the video that was seen, 0 to 1
     * @param required the share that makes it done
     * @param place    seconds
     */
    public record WatchedJson(double share, double required, double place, boolean completed) {

        static WatchedJson of(Watching.State state) {
            return new WatchedJson(state.share(), state.required(), state.place().toMillis() / 1000.0,
                    state.completed());
        }
    }

    /** Opens a player: where to begin. Time counts from now on. */
    @GET
    @Path("watched")
    public WatchedJson open(@PathParam("id") UUID id) {
        return WatchedJson.of(watching.open(id));
    }

    /**
     * @param played pairs of seconds, from and to: all that this player has played
     * @param place  where it stands, in seconds
     */
    public record Played(List<List<Double>> played, double place) {
    }

    /** What was played; told again it counts once. */
    @POST
    @Path("watched")
    @Consumes(MediaType.APPLICATION_JSON)
    public WatchedJson report(@PathParam("id") UUID id, Played told) {
        if (told == null || told.played() == null) {
            throw Refused.invalid("played", Text.of("media.watched.malformed"));
        }
        return WatchedJson.of(watching.report(id, told.played().stream().map(AttemptResource::span)
                .collect(Collectors.joining(",")), Duration.ofMillis(millis(told.place()))));
    }

    private static String span(List<Double> pair) {
        if (pair == null || pair.size() != 2 || pair.contains(null)) {
            throw Refused.invalid("played", Text.of("media.watched.malformed"));
        }
        return millis(pair.get(0)) + "-" + millis(pair.get(1));
    }

    private static long millis(double seconds) {
        if (!(seconds >= 0 && seconds < 1_000_000)) {
            throw Refused.invalid("played", Text.of("media.watched.malformed"));
        }
        return Math.round(seconds * 1000);
    }

    /** @param url where the file or the link is; a file's for some hours */
    public record OpenedJson(String url) {
    }

    /** Opens a file or a link, which is all there is to do, or a beginning. */
    @POST
    @Path("open")
    public OpenedJson opened(@PathParam("id") UUID id) {
        return new OpenedJson(opening.opened(id).toString());
    }

    /** The learner says that they have read it. */
    @POST
    @Path("confirm")
    public void confirmed(@PathParam("id") UUID id) {
        opening.confirmed(id);
    }
}
