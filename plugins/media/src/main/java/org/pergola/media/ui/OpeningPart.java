package org.pergola.media.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Enrolments;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Opening;
import org.pergola.ui.Page;
import org.pergola.ui.part.Icon;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Status;

/** What there is to open, and below it whether that was done: the same for a file and for a link. */
final class OpeningPart {

    private final Page page;
    private final Opening opening;
    private final Enrolments enrolments;
    private final Div end = new Div();

    OpeningPart(Page page, Opening opening, Enrolments enrolments) {
        this.page = page;
        this.opening = opening;
        this.enrolments = enrolments;
    }

    /** One way to open it. @param download whether the browser saves it */
    record Way(String href, String icon, String words, boolean primary) {
    }

    Div of(String icon, String name, String about, String note, DoneBy doneBy, Optional<Attempt> attempt,
            Way... ways) {
        Div head = Markup.led(Markup.tile(icon, "accent"), name, about).div("pg-opening-head");
        Div buttons = new Div();
        buttons.addClassName("pg-actions");
        for (Way way : ways) {
            buttons.add(link(way, doneBy, attempt));
        }
        Div sheet = new Div(head);
        if (!note.isBlank()) {
            sheet.add(new Paragraph(note));
        }
        end.addClassName("pg-reading-end");
        attempt.ifPresent(one -> end(one, doneBy));
        sheet.add(buttons, end);
        end.setVisible(attempt.isPresent());
        sheet.addClassNames("pg-card", "pg-sheet", "pg-opening");
        return sheet;
    }

    /** In a window of its own, which cannot reach this one. */
    private Anchor link(Way way, DoneBy doneBy, Optional<Attempt> attempt) {
        Anchor anchor = new Anchor();
        anchor.setHref(way.href());
        anchor.setTarget(AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer").setAttribute("referrerpolicy", "no-referrer");
        anchor.addClassNames("pg-button", way.primary() ? "pg-button-primary" : "pg-button-quiet");
        anchor.add(Icon.of(way.icon()), Markup.text(way.words()).span());
        attempt.ifPresent(one -> anchor.getElement().addEventListener("click", click -> {
            if (page.attempt(() -> opening.opened(one.id()))) {
                end(one, doneBy);
            }
        }));
        return anchor;
    }

    private void end(Attempt attempt, DoneBy doneBy) {
        boolean done = Optional.ofNullable(enrolments.results(attempt.enrolmentId()).get(attempt.activityId()))
                .filter(ActivityResult::done).isPresent();
        end.removeAll();
        if (done) {
            end.add(Status.OK.of(page.words("media.opening.done")));
        } else if (doneBy == DoneBy.OPENING) {
            end.add(Markup.quiet(page.words("media.opening.todo")).span());
        } else {
            end.add(Markup.quiet(page.words("media.opening.confirm.todo")).span(),
                    Push.primary("check", page.words("media.opening.confirm"), () -> {
                        if (page.attempt(() -> opening.confirmed(attempt.id()))) {
                            end(attempt, doneBy);
                        }
                    }));
        }
    }
}
