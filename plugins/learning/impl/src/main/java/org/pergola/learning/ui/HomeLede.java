package org.pergola.learning.ui;

import com.vaadin.flow.component.html.Span;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.Slots;

/** One sentence under the greeting: how much is waiting. */
@SlotInfo(slot = Slots.HOME_LEDE, order = 100, permission = "learning.enrolment.self")
@Component(scope = ServiceScope.PROTOTYPE)
public final class HomeLede implements SlotPart {

    @Reference
    private Shelf shelf;

    @Override
    public void show(SlotContext slot) {
        long waiting = shelf.mine().stream()
                .filter(item -> item.enrolment().filter(one -> one.status() == Status.ACTIVE).isPresent()).count();
        slot.add(new Span(slot.page().words("learning.home.lede", waiting)));
    }
}
