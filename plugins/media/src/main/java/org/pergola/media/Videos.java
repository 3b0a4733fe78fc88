package org.pergola.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.text.Text;
import org.pergola.media.Content.Caption;
import org.pergola.media.Content.Upload;
import org.pergola.media.Content.Video;
import org.pergola.media.film.Captions;
import org.pergola.media.film.Film;

/** Who makes a course gives it videos. */
@Component(service = Videos.class)
public final class Videos {

    /** What has to be watched where nobody says otherwise. */
    public static final int USUAL_PERCENT = 90;

    private final Contents contents;
    private final Blobs blobs;
    private final Limits limits;

    @Activate
    public Videos(@Reference Contents contents, @Reference Blobs blobs, @Reference Limits limits) {
        this.contents = contents;
        this.blobs = blobs;
        this.limits = limits;
    }

    /**
     * Takes a file as the next version of the activity's video. Captions belong to a film, so a new one has none.
     *
     * @throws Refused (invalid) where it is no video that browsers play; (too large) past what is set
     */
    public Video upload(UUID activityId, String title, String name, InputStream bytes) {
        contents.requireWrite();
        Blobs.Kept<Film> kept = blobs.put(bytes, limits.video(), staged -> film(name, staged));
        Upload upload = new Upload(kept.blob().hash(), kept.blob().size(), Uploads.name(name), kept.seen().type());
        return contents.save(activityId, title, Video.class, (id, version) -> {
            Optional<Video> before = contents.current(activityId, Video.class);
            List<Caption> captions = before.filter(video -> video.upload().hash().equals(upload.hash()))
                    .map(Video::captions).orElse(List.of());
            return new Video(id, version, upload, kept.seen().length(),
                    before.map(Video::requiredPercent).orElse(USUAL_PERCENT), captions);
        });
    }

    private static Film film(String name, Blobs.Staged staged) {
        try (InputStream bytes = staged.open()) {
            return Film.read(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A video that was uploaded cannot be read", e);
        }
    }

    /** How much of it has to be watched; counts for who begins from now on. @param percent 1 to 100 */
    public Video require(UUID activityId, String title, int percent) {
        if (percent < 1 || percent > 100) {
            throw Refused.invalid("requiredPercent", Text.of("media.video.percent"));
        }
        Video now = found(activityId);
        return contents.save(activityId, title, Video.class, (id, version) -> new Video(id, version, now.upload(),
                now.length(), percent, now.captions()));
    }

    /**
     * Takes captions in one language, in the place of those that are there; for everybody, also who has begun.
     *
     * @param language as in {@code en} or {@code pt-BR}
     * @throws Refused (invalid) where they are no WebVTT, naming the line
     */
    public Video caption(UUID activityId, String title, String language, String name, InputStream bytes) {
        contents.requireWrite();
        String tag = tag(language);
        Video video = found(activityId);
        byte[] checked = Captions.read(name, bytes);
        Blobs.Blob blob = blobs.put(new ByteArrayInputStream(checked), checked.length);
        contents.put(activityId, title, video, new Caption(tag, blob.hash(), blob.size()));
        return found(activityId);
    }

    /** @throws Refused (missing) where there are none in this language */
    public Video removeCaption(UUID activityId, String title, String language) {
        contents.requireWrite();
        if (!contents.remove(activityId, title, found(activityId), tag(language))) {
            throw Refused.missing(Text.of("media.caption.missing", language));
        }
        return found(activityId);
    }

    private static String tag(String language) {
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (!language.isBlank() && !tag.equals("und") && tag.length() <= 20) {
                return tag;
            }
        } catch (IllformedLocaleException malformed) {
            throw Refused.invalid("language", Text.of("media.caption.language", language)).because(malformed);
        }
        throw Refused.invalid("language", Text.of("media.caption.language", language));
    }

    private Video found(UUID activityId) {
        return contents.current(activityId, Video.class)
                .orElseThrow(() -> Refused.conflict(Text.of("media.video.missing")));
    }
}
