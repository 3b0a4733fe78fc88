package org.pergola.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.Progress;
import org.pergola.learning.Progresses;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.LearnableRef;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.Slots;
import org.pergola.ui.part.Cover;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/** Answers "what next": where the learner stopped, and one press back into it. */
@SlotInfo(slot = Slots.HOME_HERO, order = 100, permission = "learning.enrolment.self")
@Component(scope = ServiceScope.PROTOTYPE)
public final class ContinuePart implements SlotPart {

    @Reference
    private Shelf shelf;
    @Reference
    private Progresses progresses;

    @Override
    public void show(SlotContext slot) {
        shelf.mine().stream().filter(item -> item.enrolment().filter(one -> one.status() == Status.ACTIVE).isPresent())
                .filter(item -> shelf.kind(item.learnable()).isPresent()).findFirst()
                .ifPresent(item -> show(slot, item.learnable(), item.enrolment().orElseThrow()));
    }

    private void show(SlotContext slot, LearnableRef learnable, Enrolment enrolment) {
        Page page = slot.page();
        Learnable kind = shelf.kind(learnable).orElseThrow();
        Progress progress = progresses.of(enrolment);
        boolean begun = enrolment.started().isPresent();
        Div words = new Div(kicker(page, begun), new H2(learnable.title()));
        progress.next().filter(next -> !next.title().equals(learnable.title()))
                .ifPresent(next -> words.add(new Paragraph(next.section().isEmpty() ? next.title()
                        : page.words("learning.home.section", next.section(), next.title()))));
        enrolment.lastSeen().ifPresent(seen -> words.add(new Paragraph(page.words("learning.home.stopped",
                page.when(seen)))));
        Div hero = Cover.hero(Standing.seed(learnable), words,
                Markup.progress(enrolment.progress(), Standing.far(page, enrolment))
                        .div("pg-wide"),
                actions(page, learnable, kind, progress.next(), begun));
        slot.add(hero);
    }

    private static Div kicker(Page page, boolean begun) {
        return Markup.icon("bookmark").plus(Markup.text(page.words(begun ? "learning.home.continue"
                : "learning.home.begin"))).div("pg-eyebrow");
    }

    private static Div actions(Page page, LearnableRef learnable, Learnable kind, Optional<Progress.Step> next,
            boolean begun) {
        Div actions = new Div();
        actions.addClassName("pg-actions");
        next.ifPresent(step -> actions.add(Go.button(page.href(kind.playPath(learnable.id(), step.activityId())),
                "play", page.words(begun ? "learning.home.resume" : "learning.home.start"), "primary")));
        actions.add(Go.button(page.href(kind.path(learnable.id())), "", page.words("learning.home.outline"), ""));
        return actions;
    }
}
