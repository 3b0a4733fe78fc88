package org.pergola.media.ui;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.api.ActivityContext;
import org.pergola.learning.api.Enrolments;
import org.pergola.media.Content.Document;
import org.pergola.media.Contents;
import org.pergola.media.FileType;
import org.pergola.media.Opening;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.part.EmptyState;

/** A file to read or to save. */
@SlotInfo(slot = "courses.activity.player", permission = "learning.enrolment.self", activityType = FileType.ID)
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class FilePlayer implements SlotPart {

    @Reference
    private Contents contents;
    @Reference
    private Opening opening;
    @Reference
    private Enrolments enrolments;

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> show(slot, context));
    }

    private void show(SlotContext slot, ActivityContext context) {
        Page page = slot.page();
        Optional<Document> found = contents.shown(context, Document.class);
        if (found.isEmpty()) {
            slot.add(EmptyState.small("file-down", page.words("media.file.player.empty")));
            return;
        }
        Document document = found.get();
        OpeningPart.Way save = new OpeningPart.Way(opening.address(document.upload(), true), "download",
                page.words("media.file.player.save"), !document.readable());
        OpeningPart.Way read = new OpeningPart.Way(opening.address(document.upload(), false), "external-link",
                page.words("media.file.player.read"), true);
        OpeningPart part = new OpeningPart(page, opening, enrolments);
        OpeningPart.Way[] ways = document.readable() ? new OpeningPart.Way[] {save, read}
                : new OpeningPart.Way[] {save};
        slot.add(part.of("file-down", document.upload().name(), Sizes.words(page, document.upload().size()),
                document.note(), document.doneBy(), context.attempt(), ways));
    }
}
