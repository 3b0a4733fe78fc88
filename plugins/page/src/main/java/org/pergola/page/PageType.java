package org.pergola.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Evidence;

/** The activity type {@code page}: done by the first evidence that it was read. */
@Component(property = ActivityType.TYPE + "=" + PageType.ID)
public final class PageType implements ActivityType {

    /** The type's name, and that of its editor and player. */
    public static final String ID = "page";

    private final Pages pages;

    @Activate
    public PageType(@Reference Pages pages) {
        this.pages = pages;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text name() {
        return Text.of("page.type");
    }

    @Override
    public String icon() {
        return "file-text";
    }

    @Override
    public boolean authored() {
        return true;
    }

    @Override
    public int currentVersion(UUID activityId) {
        return pages.currentVersion(activityId);
    }

    @Override
    public URI launch(Attempt attempt) {
        throw Refused.conflict(Text.of("page.no_launch"));
    }

    @Override
    public ActivityResult judge(List<Evidence> evidence) {
        Optional<Instant> read = evidence.stream()
                .filter(one -> one.completion() == Evidence.Completion.COMPLETED).map(Evidence::happened).findFirst();
        return new ActivityResult(ActivityResult.ANY, ID,
                read.isPresent() ? Evidence.Completion.COMPLETED : Evidence.Completion.INCOMPLETE,
                Evidence.Success.UNKNOWN, OptionalDouble.empty(), read.isPresent() ? 1 : 0, read);
    }
}
