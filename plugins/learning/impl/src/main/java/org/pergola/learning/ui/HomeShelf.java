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
import org.pergola.ui.part.Card;
import org.pergola.ui.part.Markup;

/** A few things from the catalogue that one is not in yet. */
@SlotInfo(slot = Slots.HOME_MAIN, order = 500, permission = "learning.catalogue.see")
@Component(scope = ServiceScope.PROTOTYPE)
public final class HomeShelf implements SlotPart {

    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 30;

    @Reference
    private Shelf shelf;

    @Override
    public void show(SlotContext slot) {
        Page page = slot.page();
        List<Shelf.Item> fresh = shelf.published("", LOOKED_AT, 0).stream()
                .filter(item -> item.enrolment().isEmpty()).limit(SHOWN).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Card[] cards = fresh.stream().map(item -> shelf.card(page, item, Markup.quiet(item.learners() == 0 ? ""
                : page.words("learning.catalogue.learners", item.learners())))).toArray(Card[]::new);
        slot.add(Block.of(page.words("learning.home.discover"), Card.row(cards))
                .link(page.href("catalogue"), page.words("learning.catalogue.title")));
    }
}
