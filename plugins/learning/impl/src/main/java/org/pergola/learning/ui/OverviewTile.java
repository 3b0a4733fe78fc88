package org.pergola.learning.ui;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.Figures;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.Slots;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Rows;

/** How much is being learnt, for the administration's overview. */
@SlotInfo(slot = Slots.OVERVIEW_TILES, order = 100, permission = "learning.enrolment.see")
@Component(scope = ServiceScope.PROTOTYPE)
public final class OverviewTile implements SlotPart {

    @Reference
    private Figures figures;

    @Override
    public void show(SlotContext slot) {
        Page page = slot.page();
        Figures.Now now = figures.now();
        Block block = Block.card(page.words("learning.overview.title"));
        if (now.learners() == 0 && now.completed() == 0) {
            block.add(EmptyState.small("graduation-cap", page.words("learning.overview.none")));
        } else {
            block.add(new Rows()
                    .row(Markup.tile("users", "accent"), Markup.strong(page.words("learning.overview.learners",
                            now.learners())), Markup.quiet(page.words("learning.overview.learners.note",
                            now.learnables())))
                    .row(Markup.tile("circle-check", "ok"), Markup.strong(page.words("learning.overview.completed",
                            now.completed())), Markup.quiet(page.words("learning.overview.completed.note"))));
        }
        slot.add(block);
    }
}
