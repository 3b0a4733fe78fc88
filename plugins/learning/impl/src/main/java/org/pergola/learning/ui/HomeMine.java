package org.pergola.learning.ui;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.Slots;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Cover;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Rows;

/** What one is in, seen last first, beside the hero. */
@SlotInfo(slot = Slots.HOME_SIDE, order = 100, permission = "learning.enrolment.self")
@Component(scope = ServiceScope.PROTOTYPE)
public final class HomeMine implements SlotPart {

    private static final int SHOWN = 4;

    @Reference
    private Shelf shelf;

    @Override
    public void show(SlotContext slot) {
        List<Shelf.Item> mine = shelf.mine();
        if (mine.isEmpty()) {
            return;
        }
        Page page = slot.page();
        Rows rows = new Rows();
        mine.stream().limit(SHOWN).forEach(item -> row(page, rows, item));
        slot.add(Block.card(page.words("learning.mine.title"), rows)
                .link(page.href("my-learning"), page.words("learning.home.all", mine.size())));
    }

    private void row(Page page, Rows rows, Shelf.Item item) {
        var picture = Cover.thumb(Standing.seed(item.learnable()));
        var standing = Standing.of(page, item.enrolment());
        shelf.path(item.learnable()).ifPresentOrElse(
                path -> rows.link(page.href(path), picture, item.learnable().title(), standing),
                () -> rows.row(picture, Markup.strong(item.learnable().title()), standing));
    }
}
