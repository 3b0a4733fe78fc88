package org.pergola.media;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Evidence.Completion;

/** What the three activity types have in common: written by hand, played in the portal, done or not. */
abstract class MediaType implements ActivityType {

    private final String id;
    private final String icon;
    private final Class<? extends Content> kind;
    private final Contents contents;

    MediaType(String id, String icon, Class<? extends Content> kind, Contents contents) {
        this.id = id;
        this.icon = icon;
        this.kind = kind;
        this.contents = contents;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text name() {
        return Text.of("media.type." + id);
    }

    @Override
    public String icon() {
        return icon;
    }

    @Override
    public boolean authored() {
        return true;
    }

    @Override
    public int currentVersion(UUID activityId) {
        return contents.current(activityId, kind).map(Content::version).orElse(0);
    }

    @Override
    public URI launch(Attempt attempt) {
        throw Refused.conflict(Text.of("media.no_launch"));
    }

    /** Done by the first evidence that says so; until then as far as the farthest says. */
    @Override
    public ActivityResult judge(List<Evidence> evidence) {
        Optional<Instant> done = evidence.stream().filter(one -> one.completion() == Completion.COMPLETED)
                .map(Evidence::happened).findFirst();
        double progress = evidence.stream().mapToDouble(one -> one.progress().orElse(0)).max().orElse(0);
        return new ActivityResult(ActivityResult.ANY, id, done.isPresent() ? Completion.COMPLETED
                : Completion.INCOMPLETE, Evidence.Success.UNKNOWN, OptionalDouble.empty(), done.isPresent() ? 1
                        : progress, done);
    }
}
