package org.pergola.learning.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.people.Person;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.Learnables;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.Slots;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Cover;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Rows;

/** What a person learns, in their details. */
@SlotInfo(slot = Slots.PERSON_DETAIL, order = 100, permission = "learning.enrolment.see")
@Component(scope = ServiceScope.PROTOTYPE)
public final class PersonLearning implements SlotPart {

    private static final int SHOWN = 20;

    @Reference
    private Enrolments enrolments;
    @Reference
    private Learnables learnables;

    @Override
    public void show(SlotContext slot) {
        slot.context(Person.class).ifPresent(person -> show(slot, person));
    }

    private void show(SlotContext slot, Person person) {
        Page page = slot.page();
        List<Enrolment> history = enrolments.historyOf(person.id(), SHOWN);
        if (history.isEmpty()) {
            slot.add(Block.of(page.words("learning.person.title"),
                    Markup.quiet(page.words("learning.person.none")).div("pg-small")));
            return;
        }
        Map<UUID, LearnableRef> known = learnables.find(history.stream().map(Enrolment::learnableId).toList());
        Rows rows = new Rows();
        history.forEach(enrolment -> Optional.ofNullable(known.get(enrolment.learnableId()))
                .ifPresent(learnable -> rows.row(Cover.thumb(Standing.seed(learnable)),
                        Markup.strong(learnable.title()), Standing.of(page, enrolment))));
        slot.add(Block.of(page.words("learning.person.title"), rows));
    }
}
