package org.pergola.page.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.Requires;
import org.pergola.api.text.Text;
import org.pergola.page.Content;
import org.pergola.page.Pages;
import org.pergola.page.Reading;

/** {@code /api/v1/pages/{activity}}: what a page says. */
@JakartarsResource
@Component(service = PageResource.class)
@Path("pages/{activity}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Pages.WRITE)
public final class PageResource {

    private final Pages pages;

    @Activate
    public PageResource(@Reference Pages pages) {
        this.pages = pages;
    }

    /** @param version from 1 @param html the text as it is shown, sanitised */
    public record PageJson(UUID id, int version, String markdown, String html, Instant written) {
    }

    /** @param title how the activity is called, for the record of changes; empty where that says nothing */
    public record NewText(String title, String markdown) {
    }

    /** The version that is current. */
    @GET
    public PageJson read(@PathParam("activity") UUID activityId) {
        return pages.current(activityId).map(content -> json(activityId, content))
                .orElseThrow(() -> Refused.missing(Text.of("page.player.empty")));
    }

    /** Makes the next version, unless the text is the same; who has begun stays on theirs. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public PageJson write(@PathParam("activity") UUID activityId, NewText text) {
        String markdown = Optional.ofNullable(text).map(NewText::markdown).orElse("");
        String title = Optional.ofNullable(text).map(NewText::title).orElse(activityId.toString());
        return json(activityId, pages.write(activityId, title, markdown));
    }

    private static PageJson json(UUID activityId, Content content) {
        return new PageJson(activityId, content.version(), content.markdown(), Reading.html(content.markdown()),
                content.written());
    }
}
