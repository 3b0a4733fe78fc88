package org.pergola.media.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pergola.media.Content;
import org.pergola.media.Content.Document;
import org.pergola.media.Content.Link;
import org.pergola.media.Content.Upload;
import org.pergola.media.Content.Video;

/**
 * What an activity shows.
 *
 * @param kind            video, file or link
 * @param size            in bytes
 * @param seconds         of a video
 * @param requiredPercent of a video: how much has to be watched
 * @param captions        of a video: languages
 * @param doneBy          of a file or link: opening or confirmation
 */
public record ContentJson(String kind, int version, Optional<String> name, Optional<Long> size, Optional<String> type,
        Optional<Double> seconds, Optional<Integer> requiredPercent, List<String> captions, Optional<String> url,
        Optional<String> doneBy, Optional<String> note) {

    static ContentJson of(Content content) {
        return switch (content) {
            case Video video -> new ContentJson("video", video.version(), name(video.upload()), size(video.upload()),
                    type(video.upload()), Optional.of(video.length().toMillis() / 1000.0),
                    Optional.of(video.requiredPercent()), video.captions().stream().map(Content.Caption::language)
                            .toList(), Optional.empty(), Optional.empty(), Optional.empty());
            case Document file -> new ContentJson("file", file.version(), name(file.upload()), size(file.upload()),
                    type(file.upload()), Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
                    Optional.of(said(file.doneBy())), Optional.of(file.note()));
            case Link link -> new ContentJson("link", link.version(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                    Optional.of(link.address().toString()), Optional.of(said(link.doneBy())),
                    Optional.of(link.note()));
        };
    }

    private static Optional<String> name(Upload upload) {
        return Optional.of(upload.name());
    }

    private static Optional<Long> size(Upload upload) {
        return Optional.of(upload.size());
    }

    private static Optional<String> type(Upload upload) {
        return Optional.of(upload.type());
    }

    private static String said(Content.DoneBy doneBy) {
        return doneBy.name().toLowerCase(Locale.ROOT);
    }
}
