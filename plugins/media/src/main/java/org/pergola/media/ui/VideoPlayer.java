package org.pergola.media.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.learning.api.ActivityContext;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Enrolments;
import org.pergola.media.Content.Video;
import org.pergola.media.Contents;
import org.pergola.media.Opening;
import org.pergola.media.VideoType;
import org.pergola.media.Watching;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Status;

/** The video, and below it how much of it was watched. */
@SlotInfo(slot = "courses.activity.player", permission = "learning.enrolment.self", activityType = VideoType.ID)
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class VideoPlayer implements SlotPart {

    @Reference
    private Contents contents;
    @Reference
    private Opening opening;
    @Reference
    private Watching watching;
    @Reference
    private Enrolments enrolments;

    private final Div standing = new Div();

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> show(slot, context));
    }

    private void show(SlotContext slot, ActivityContext context) {
        Page page = slot.page();
        Optional<Video> video = contents.shown(context, Video.class);
        if (video.isEmpty()) {
            slot.add(EmptyState.small("circle-play", page.words("media.video.player.empty")));
            return;
        }
        Player player = new Player(video.get(), context.title(), page.locale(), opening);
        standing.addClassName("pg-film-standing");
        Div sheet = new Div(player, standing);
        sheet.addClassName("pg-film-sheet");
        slot.add(sheet);
        context.attempt().ifPresent(attempt -> watch(page, player, attempt));
    }

    private void watch(Page page, Player player, Attempt attempt) {
        Watching.State state = watching.open(attempt.id());
        boolean doneBefore = Optional.ofNullable(enrolments.results(attempt.enrolmentId()).get(attempt.activityId()))
                .filter(ActivityResult::done).isPresent();
        tell(page, state, doneBefore);
        player.watch(page, state.place(), words -> page.attempt(
                () -> tell(page, report(attempt, words), doneBefore)));
    }

    private Watching.State report(Attempt attempt, String words) {
        int end = words.indexOf(';');
        if (end < 0 || !words.substring(0, end).matches("\\d{1,12}")) {
            throw Refused.invalid("place", Text.of("media.watched.malformed"));
        }
        return watching.report(attempt.id(), words.substring(end + 1),
                Duration.ofMillis(Long.parseLong(words.substring(0, end))));
    }

    private void tell(Page page, Watching.State state, boolean doneBefore) {
        standing.removeAll();
        if (doneBefore || state.completed()) {
            standing.add(Status.OK.of(page.words("media.video.player.done")));
            return;
        }
        long percent = (long) Math.floor(100 * state.share());
        standing.add(Markup.progress(state.share(), page.words("media.video.player.watched", percent)).span(),
                Markup.quiet(page.words("media.video.player.required", Math.round(100 * state.required()))).span());
    }
}
