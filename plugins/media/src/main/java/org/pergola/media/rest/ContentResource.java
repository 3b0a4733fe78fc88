package org.pergola.media.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.MaxBody;
import org.pergola.api.rest.Patch;
import org.pergola.api.rest.Requires;
import org.pergola.api.rest.UploadName;
import org.pergola.api.text.Text;
import org.pergola.media.Content;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Contents;
import org.pergola.media.Documents;
import org.pergola.media.Limits;
import org.pergola.media.Links;
import org.pergola.media.Videos;

/** {@code /api/v1/media/activities/{id}}: what a video, file or link of a course is. */
@JakartarsResource
@Component(service = ContentResource.class)
@Path("media/activities/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Contents.WRITE)
public final class ContentResource {

    private final Contents contents;
    private final Videos videos;
    private final Documents documents;
    private final Links links;

    @Activate
    public ContentResource(@Reference Contents contents, @Reference Videos videos, @Reference Documents documents,
            @Reference Links links) {
        this.contents = contents;
        this.videos = videos;
        this.documents = documents;
        this.links = links;
    }

    @GET
    public ContentJson one(@PathParam("id") UUID id) {
        return ContentJson.of(found(id, Content.class));
    }

    /** The next version of a video: MP4 or WebM. */
    @PUT
    @Path("video")
    @Consumes(MediaType.WILDCARD)
    @MaxBody(mebibytes = Limits.MOST_MEBIBYTES)
    public ContentJson video(@PathParam("id") UUID id, InputStream body, @BeanParam UploadName name) {
        return ContentJson.of(videos.upload(id, name.or("video"), name.or("video"), body));
    }

    @PATCH
    @Path("video")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public ContentJson change(@PathParam("id") UUID id, Patch patch) {
        patch.only("requiredPercent");
        Content.Video video = found(id, Content.Video.class);
        return ContentJson.of(patch.number("requiredPercent")
                .map(percent -> videos.require(id, video.upload().name(), percent.intValue())).orElse(video));
    }

    /** Captions in one language, as WebVTT. */
    @PUT
    @Path("captions/{language}")
    @Consumes(MediaType.WILDCARD)
    @MaxBody(mebibytes = 3)
    public ContentJson caption(@PathParam("id") UUID id, @PathParam("language") String language, InputStream body,
            @BeanParam UploadName name) {
        return ContentJson.of(videos.caption(id, name.or(language), language, name.or(language + ".vtt"), body));
    }

    @DELETE
    @Path("captions/{language}")
    public ContentJson removeCaption(@PathParam("id") UUID id, @PathParam("language") String language) {
        return ContentJson.of(videos.removeCaption(id, language, language));
    }

    /** The next version of a file. */
    @PUT
    @Path("file")
    @Consumes(MediaType.WILDCARD)
    @MaxBody(mebibytes = Limits.MOST_MEBIBYTES)
    public ContentJson file(@PathParam("id") UUID id, InputStream body, @BeanParam UploadName name) {
        return ContentJson.of(documents.upload(id, name.or("file"), name.or("file"), body));
    }

    @PATCH
    @Path("file")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public ContentJson describe(@PathParam("id") UUID id, Patch patch) {
        patch.only("doneBy", "note");
        Content.Document file = found(id, Content.Document.class);
        return ContentJson.of(documents.describe(id, file.upload().name(),
                doneBy(patch.string("doneBy")).orElse(file.doneBy()),
                patch.clears("note") ? "" : patch.string("note").orElse(file.note())));
    }

    /** @param doneBy opening or confirmation; opening where it is absent */
    public record NewLink(String url, String doneBy, String note) {
    }

    /** Where it leads from now on. */
    @PUT
    @Path("link")
    @Consumes(MediaType.APPLICATION_JSON)
    public ContentJson link(@PathParam("id") UUID id, NewLink wished) {
        if (wished == null || wished.url() == null) {
            throw Refused.invalid("url", Text.of("media.link.address.missing"));
        }
        return ContentJson.of(links.lead(id, wished.url(), wished.url(),
                doneBy(Optional.ofNullable(wished.doneBy())).orElse(DoneBy.OPENING),
                Optional.ofNullable(wished.note()).orElse("")));
    }

    private <T extends Content> T found(UUID id, Class<T> kind) {
        return contents.current(id, kind).orElseThrow(() -> Refused.missing(Text.of("media.content.missing")));
    }

    private static Optional<DoneBy> doneBy(Optional<String> said) {
        return said.map(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "opening" -> DoneBy.OPENING;
            case "confirmation" -> DoneBy.CONFIRMATION;
            default -> throw Refused.invalid("doneBy", Text.of("media.done_by"));
        });
    }
}
