package org.pergola.media.ui;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.api.ActivityContext;
import org.pergola.learning.api.Enrolments;
import org.pergola.media.Content.Link;
import org.pergola.media.Contents;
import org.pergola.media.LinkType;
import org.pergola.media.Opening;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.part.EmptyState;

/** Another place, opened in a window of its own. */
@SlotInfo(slot = "courses.activity.player", permission = "learning.enrolment.self", activityType = LinkType.ID)
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class LinkPlayer implements SlotPart {

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
        Optional<Link> link = contents.shown(context, Link.class);
        if (link.isEmpty()) {
            slot.add(EmptyState.small("external-link", page.words("media.link.player.empty")));
            return;
        }
        String host = link.get().address().getHost();
        slot.add(new OpeningPart(page, opening, enrolments).of("external-link", context.title(), host,
                link.get().note(), link.get().doneBy(), context.attempt(), new OpeningPart.Way(
                        link.get().address().toString(), "external-link",
                        page.words("media.link.player.open", host), true)));
    }
}
