package org.pergola.media;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.file.SignedFiles;
import org.pergola.api.text.Text;
import org.pergola.learning.api.Attempt;
import org.pergola.media.Content.Document;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Content.Link;
import org.pergola.media.Content.Upload;
import org.pergola.media.Content.Video;

/** A learner opens a file or a link, and says that they have read it. */
@Component(service = Opening.class)
public final class Opening {

    /** A page may stand open for a working day. */
    static final Duration LIFE = Duration.ofHours(12);

    private static final double HALF = 0.5;

    private final Contents contents;
    private final Reports reports;
    private final SignedFiles files;

    @Activate
    public Opening(@Reference Contents contents, @Reference Reports reports, @Reference SignedFiles files) {
        this.contents = contents;
        this.reports = reports;
        this.files = files;
    }

    /** Where the file is, for who may see it. @param download to be saved, even where a browser could show it */
    public String address(Upload upload, boolean download) {
        return files.address(new SignedFiles.Served(upload.hash(), upload.name(), upload.type(), download), LIFE)
                .toString();
    }

    /** Where captions are. */
    public String address(Content.Caption caption) {
        return files.address(new SignedFiles.Served(caption.hash(), caption.language() + ".vtt", "text/vtt", false),
                LIFE).toString();
    }

    /** What the attempt is about, on the version that it began with. */
    public Content content(Attempt attempt) {
        return contents.find(attempt.activityId(), attempt.contentVersion(), Content.class)
                .orElseThrow(() -> Refused.missing(Text.of("media.attempt.missing")));
    }

    /** It was opened: that is all there is to do, or a beginning. @return where it is */
    public URI opened(UUID attemptId) {
        Attempt attempt = reports.own(attemptId);
        Content content = content(attempt);
        URI address = switch (content) {
            case Document document -> URI.create(address(document.upload(), false));
            case Link link -> link.address();
            case Video video -> throw Refused.conflict(Text.of("media.open.video"));
        };
        if (doneBy(content) == DoneBy.OPENING) {
            reports.completed(attempt, "opened");
        } else {
            reports.underWay(attempt, "opened", HALF);
        }
        return address;
    }

    /** The learner says that they have read it. @throws Refused (conflict) where that is not theirs to say */
    public void confirmed(UUID attemptId) {
        Attempt attempt = reports.own(attemptId);
        if (doneBy(content(attempt)) != DoneBy.CONFIRMATION) {
            throw Refused.conflict(Text.of("media.confirm.not"));
        }
        reports.completed(attempt, "confirmed");
    }

    private static DoneBy doneBy(Content content) {
        return switch (content) {
            case Document document -> document.doneBy();
            case Link link -> link.doneBy();
            case Video video -> DoneBy.OPENING;
        };
    }
}
