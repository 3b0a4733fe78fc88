package org.pergola.page.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.api.ActivityContext;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Enrolments;
import org.pergola.page.PageType;
import org.pergola.page.Pages;
import org.pergola.page.Reading;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Status;

/** The text to be read, and at its end the button that says so. */
@SlotInfo(slot = "courses.activity.player", permission = "learning.enrolment.self", activityType = PageType.ID)
@Component(scope = ServiceScope.PROTOTYPE)
public final class PagePlayer implements SlotPart {

    @Reference
    private Pages pages;
    @Reference
    private Reading reading;
    @Reference
    private Enrolments enrolments;

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> show(slot, context));
    }

    private void show(SlotContext slot, ActivityContext context) {
        Page page = slot.page();
        String html = context.attempt().flatMap(reading::html)
                .or(() -> pages.current(context.activityId()).map(content -> Reading.html(content.markdown())))
                .orElse("");
        if (html.isEmpty()) {
            slot.add(EmptyState.small("file-text", page.words("page.player.empty")));
            return;
        }
        Div text = Markup.trusted(html).div("pg-prose");
        Div end = new Div();
        end.addClassName("pg-reading-end");
        context.attempt().ifPresent(attempt -> end(page, attempt, end));
        Div sheet = new Div(text, end);
        sheet.addClassNames("pg-card", "pg-sheet");
        slot.add(sheet);
    }

    private void end(Page page, Attempt attempt, Div end) {
        boolean done = Optional.ofNullable(enrolments.results(attempt.enrolmentId()).get(attempt.activityId()))
                .filter(ActivityResult::done).isPresent();
        end.removeAll();
        if (done) {
            end.add(Status.OK.of(page.words("page.player.done")));
            return;
        }
        end.add(Markup.quiet(page.words("page.player.end")).span(),
                Push.primary("check", page.words("page.player.read"), () -> {
                    if (page.attempt(() -> reading.markAsRead(attempt))) {
                        end(page, attempt, end);
                    }
                }));
    }
}
