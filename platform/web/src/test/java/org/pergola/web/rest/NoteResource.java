package org.pergola.web.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.pergola.api.access.Access;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.rest.ListQuery;
import org.pergola.api.rest.MaxBody;
import org.pergola.api.rest.Page;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.UploadName;
import org.pergola.api.rest.Versioned;
import org.pergola.api.text.Text;

/** As a plugin would write it. */
@Path("notes")
@Produces(MediaType.APPLICATION_JSON)
@Requires("notes.note.see")
public class NoteResource {

    final AtomicInteger created = new AtomicInteger();

    public record Note(UUID id, String title, Instant written, Optional<String> colour, long version)
            implements Versioned {
    }

    public record NewNote(String title, Optional<Integer> stars) {
        public NewNote {
            if (title == null || title.isBlank()) {
                throw Refused.invalid("title", Text.of("notes.title.missing"));
            }
        }
    }

    static Note note(String title) {
        return new Note(FakeKernel.ANN, title, Instant.parse("2026-01-02T03:04:05Z"), Optional.empty(), 7);
    }

    @GET
    public Page<Integer> list(@BeanParam ListQuery query) {
        return Page.cut(IntStream.range(0, query.limit() + 1).boxed().toList(), query.limit(), String::valueOf);
    }

    @GET
    @Path("{id}")
    public Note one(@PathParam("id") UUID id) {
        return note("One");
    }

    @GET
    @Path("open")
    @Requires(Access.PUBLIC)
    public Map<String, String> open() {
        return Map.of("open", "yes");
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewNote note) {
        if (note.title().equals("conflict")) {
            throw Refused.conflict(Text.of("notes.taken"));
        }
        int number = created.incrementAndGet();
        return Response.created(URI.create("notes/" + number)).entity(note(note.title() + number)).build();
    }

    @PATCH
    @Path("{id}")
    public Map<String, Object> change(@PathParam("id") UUID id, Patch patch, @BeanParam IfMatch ifMatch) {
        patch.only("title", "colour");
        ifMatch.check(7);
        return Map.of("title", patch.string("title").orElse("-"), "clears", patch.clears("colour"));
    }

    @POST
    @Path("upload")
    @Consumes("application/zip")
    @MaxBody(mebibytes = 2)
    public Map<String, Object> upload(InputStream body, @BeanParam UploadName name) throws IOException {
        return Map.of("name", name.or("none"), "size", body.readAllBytes().length, "times", created.incrementAndGet());
    }

    /** Nobody said who may call it. */
    @Path("unsafe")
    public static class Unsafe {
        @GET
        public List<String> all() {
            return List.of();
        }
    }
}
