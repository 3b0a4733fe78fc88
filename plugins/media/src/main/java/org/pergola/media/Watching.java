package org.pergola.media;

import static org.pergola.media.Tables.ATTEMPT_ID;
import static org.pergola.media.Tables.CHANGED;
import static org.pergola.media.Tables.COMPLETED;
import static org.pergola.media.Tables.CREDIT;
import static org.pergola.media.Tables.PLACE;
import static org.pergola.media.Tables.SPANS;
import static org.pergola.media.Tables.STEPS;
import static org.pergola.media.Tables.TURN;
import static org.pergola.media.Tables.WATCHING;

import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.Attempt;
import org.pergola.media.Content.Video;

/**
 * A learner watches a video. The player tells again and again which parts it has played; the server joins them, and
 * believes no more than the time that has passed allows at double speed. When enough was seen it is done.
 */
@Component(service = Watching.class)
public final class Watching {

    /** Nobody watches faster; players offer no more. */
    private static final int FASTEST = 2;

    /** What clocks and throttled reports may differ by, in milliseconds of the video. */
    private static final long GRACE = 2_000;

    /** Told as progress, in steps of what is required. */
    private static final int STEPS_TOLD = 4;

    private final Database db;
    private final Contents contents;
    private final Reports reports;
    private final Clock clock;

    @Activate
    public Watching(@Reference Database db, @Reference Contents contents, @Reference Reports reports,
            @Reference Clock clock) {
        this.db = db;
        this.contents = contents;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * How far a learner has come.
     *
     * @param share    of the video that was seen, 0 to 1
     * @param required the share that makes it done
     * @param place    where they were last
     */
    public record State(double share, double required, Duration place, boolean completed) {
    }

    /** A player is opened: from now on time counts, and not from when the last one was closed. */
    public State open(UUID attemptId) {
        Attempt attempt = reports.own(attemptId);
        Video video = video(attempt);
        return db.write(tx -> {
            Row row = row(tx, attempt.id()).accrue(clock, video, true);
            update(tx, attempt.id(), row);
            return row.state(video);
        });
    }

    /**
     * What a player has played so far, all of it each time; told twice it counts once.
     *
     * @param played as {@code from-to} in milliseconds, with commas between
     * @param place  where it stands
     */
    public State report(UUID attemptId, String played, Duration place) {
        Attempt attempt = reports.own(attemptId);
        Video video = video(attempt);
        Spans told = Spans.parse(played).within(video.length().toMillis());
        return db.write(tx -> {
            Row before = row(tx, attempt.id()).accrue(clock, video, false);
            Row now = before.seen(told, clamped(place, video));
            Row after = now.told(video);
            tell(attempt, video, before, after);
            update(tx, attempt.id(), after);
            return after.state(video);
        });
    }

    private void tell(Attempt attempt, Video video, Row before, Row after) {
        if (after.completed() && !before.completed()) {
            reports.completed(attempt, Math.round(100 * after.share(video)) + " % watched");
        } else if (!after.completed() && after.steps() > before.steps()) {
            reports.underWay(attempt, "step " + after.steps(), (double) after.steps() / STEPS_TOLD);
        }
    }

    private Video video(Attempt attempt) {
        return contents.find(attempt.activityId(), attempt.contentVersion(), Video.class)
                .orElseThrow(() -> Refused.missing(Text.of("media.attempt.missing")));
    }

    private static long clamped(Duration place, Video video) {
        return Math.clamp(place.toMillis(), 0, video.length().toMillis());
    }

    /** What is stored of an attempt. @param credit milliseconds that may still be believed */
    private record Row(Spans spans, long place, long credit, int steps, boolean completed, java.time.Instant changed) {

        /** Time has passed since the last report. A player that was closed meanwhile has played nothing. */
        Row accrue(Clock clock, Video video, boolean opened) {
            java.time.Instant now = clock.now();
            long passed = Math.max(0, Duration.between(changed, now).toMillis());
            long counted = opened ? 0 : passed * FASTEST;
            return new Row(spans, place, Math.min(video.length().toMillis(), credit + counted), steps, completed, now);
        }

        Row seen(Spans told, long nowAt) {
            Spans grown = spans.plus(told, Math.max(0, credit + GRACE));
            return new Row(grown, nowAt, credit - (grown.total() - spans.total()), steps, completed, changed);
        }

        /** Done where enough was seen; the last moment of a film is told by no browser exactly. */
        Row told(Video video) {
            long length = video.length().toMillis();
            long needed = length * video.requiredPercent() / 100 - Math.min(1000, length / 20);
            int reached = (int) Math.min(STEPS_TOLD, STEPS_TOLD * spans.total() / Math.max(1, needed));
            return new Row(spans, place, credit, Math.max(steps, reached), completed || spans.total() >= needed, changed);
        }

        double share(Video video) {
            return Math.min(1, (double) spans.total() / video.length().toMillis());
        }

        State state(Video video) {
            return new State(share(video), video.requiredPercent() / 100.0, Duration.ofMillis(place), completed);
        }
    }

    /** Locked until the write ends, so that two windows of one learner take turns. */
    private Row row(Tx tx, UUID attemptId) {
        if (tx.sql().update(WATCHING).set(TURN, TURN.plus(1)).where(ATTEMPT_ID.eq(attemptId)).execute() == 0) {
            tx.sql().insertInto(WATCHING, ATTEMPT_ID, SPANS, PLACE, CREDIT, STEPS, COMPLETED, CHANGED, TURN)
                    .values(attemptId, "", 0L, 0L, 0, false, clock.now(), 0L).execute();
        }
        return tx.sql().select(SPANS, PLACE, CREDIT, STEPS, COMPLETED, CHANGED).from(WATCHING)
                .where(ATTEMPT_ID.eq(attemptId)).fetchSingle(found -> new Row(Spans.parse(found.get(SPANS)),
                        found.get(PLACE), found.get(CREDIT), found.get(STEPS), found.get(COMPLETED),
                        found.get(CHANGED)));
    }

    private static void update(Tx tx, UUID attemptId, Row row) {
        tx.sql().update(WATCHING).set(SPANS, row.spans().toString()).set(PLACE, row.place()).set(CREDIT, row.credit())
                .set(STEPS, row.steps()).set(COMPLETED, row.completed()).set(CHANGED, row.changed())
                .where(ATTEMPT_ID.eq(attemptId)).execute();
    }
}
