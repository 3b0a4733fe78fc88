package org.pergola.kernel.job;

import static org.pergola.kernel.job.JobTables.ACTOR_DETAIL;
import static org.pergola.kernel.job.JobTables.ACTOR_ID;
import static org.pergola.kernel.job.JobTables.ACTOR_KIND;
import static org.pergola.kernel.job.JobTables.ATTEMPTS;
import static org.pergola.kernel.job.JobTables.BEAT;
import static org.pergola.kernel.job.JobTables.CANCEL_ASKED;
import static org.pergola.kernel.job.JobTables.CLAIM;
import static org.pergola.kernel.job.JobTables.DUE;
import static org.pergola.kernel.job.JobTables.FINISHED;
import static org.pergola.kernel.job.JobTables.ID;
import static org.pergola.kernel.job.JobTables.JOB;
import static org.pergola.kernel.job.JobTables.MESSAGE;
import static org.pergola.kernel.job.JobTables.NODE;
import static org.pergola.kernel.job.JobTables.ON_BEHALF_OF;
import static org.pergola.kernel.job.JobTables.PARAMETERS;
import static org.pergola.kernel.job.JobTables.PROGRESS;
import static org.pergola.kernel.job.JobTables.QUEUED;
import static org.pergola.kernel.job.JobTables.RESULT;
import static org.pergola.kernel.job.JobTables.RUN;
import static org.pergola.kernel.job.JobTables.SCHEDULE;
import static org.pergola.kernel.job.JobTables.SCHEDULE_JOB;
import static org.pergola.kernel.job.JobTables.STARTED;
import static org.pergola.kernel.job.JobTables.STATE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.pergola.api.actor.Actor;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.job.Jobs.State;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.work.ActorColumns;

/**
 * The queue. Who claims a run puts a number of its own into the row; whatever it writes later carries that number, so
 * that a node which was taken for dead writes nothing any more.
 */
final class JobQueue {

    /** A run that was begun so often, and never ended, is at fault itself. */
    private static final int ATTEMPTS_LIMIT = 3;

    /** A claimed run: what is to be done, and as whom. */
    record Claimed(UUID id, UUID claim, String job, Actor actor, Map<String, Object> parameters) {
    }

    /** A run that somebody works on, and how often it has said so. */
    record Beating(UUID id, UUID claim, long beat) {
    }

    private final Database database;
    private final Clock clock;
    private final String node;

    JobQueue(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    UUID add(String job, Map<String, Object> parameters, Actor actor) {
        UUID id = Ids.next();
        ActorColumns columns = ActorColumns.of(actor);
        database.run(tx -> tx.sql().insertInto(RUN)
                .set(ID, id).set(JOB, job).set(STATE, State.QUEUED.name()).set(PROGRESS, 0.0)
                .set(PARAMETERS, JobJson.write(parameters)).set(RESULT, "{}")
                .set(ACTOR_KIND, columns.kind()).set(ACTOR_ID, columns.id().orElse(null))
                .set(ACTOR_DETAIL, columns.detail().orElse(null))
                .set(ON_BEHALF_OF, columns.onBehalfOf().orElse(null))
                .set(QUEUED, clock.now()).set(ATTEMPTS, 0).set(CANCEL_ASKED, false).set(BEAT, 0L).execute());
        return id;
    }

    /** Claims the oldest run of one of these jobs that waits; empty where none does, or another was faster. */
    Optional<Claimed> claim(List<String> jobs) {
        return database.write(tx -> tx.sql().select(ID, JOB, PARAMETERS, ACTOR_KIND, ACTOR_ID, ACTOR_DETAIL,
                ON_BEHALF_OF).from(RUN).where(STATE.eq(State.QUEUED.name())).and(JOB.in(jobs))
                .orderBy(QUEUED, ID).limit(1).fetchOptional().flatMap(row -> claim(tx, row)));
    }

    private Optional<Claimed> claim(Tx tx, Record row) {
        UUID claim = Ids.next();
        int taken = tx.sql().update(RUN).set(STATE, State.RUNNING.name()).set(CLAIM, claim).set(NODE, node)
                .set(STARTED, clock.now()).set(ATTEMPTS, ATTEMPTS.plus(1)).set(BEAT, BEAT.plus(1L))
                .where(ID.eq(row.get(ID))).and(STATE.eq(State.QUEUED.name())).execute();
        ActorColumns actor = new ActorColumns(row.get(ACTOR_KIND), Optional.ofNullable(row.get(ACTOR_ID)),
                Optional.ofNullable(row.get(ACTOR_DETAIL)), Optional.ofNullable(row.get(ON_BEHALF_OF)));
        return taken == 0 ? Optional.empty() : Optional.of(new Claimed(row.get(ID), claim, row.get(JOB),
                actor.actor(), JobJson.read(row.get(PARAMETERS))));
    }

    /** Says that the run goes on. @return whether it is still ours, and nobody asked it to stop */
    boolean beat(Claimed run) {
        return database.write(tx -> tx.sql().update(RUN).set(BEAT, BEAT.plus(1L)).where(CLAIM.eq(run.claim()))
                .and(STATE.eq(State.RUNNING.name())).execute() > 0
                && !tx.sql().fetchExists(RUN, ID.eq(run.id()).and(CANCEL_ASKED.isTrue())));
    }

    void progress(Claimed run, double done, Text message) {
        database.run(tx -> tx.sql().update(RUN).set(PROGRESS, done).set(MESSAGE, JobJson.write(message))
                .where(CLAIM.eq(run.claim())).and(STATE.eq(State.RUNNING.name())).execute());
    }

    void result(Claimed run, Map<String, Object> result) {
        database.run(tx -> tx.sql().update(RUN).set(RESULT, JobJson.write(result))
                .where(CLAIM.eq(run.claim())).and(STATE.eq(State.RUNNING.name())).execute());
    }

    void finish(Claimed run, State state, Optional<Text> message) {
        database.run(tx -> {
            var update = tx.sql().update(RUN).set(STATE, state.name()).set(FINISHED, clock.now());
            if (message.isPresent()) {
                update = update.set(MESSAGE, JobJson.write(message.get()));
            }
            if (state == State.SUCCEEDED) {
                update = update.set(PROGRESS, 1.0);
            }
            update.where(CLAIM.eq(run.claim())).and(STATE.eq(State.RUNNING.name())).execute();
        });
    }

    /** Back into the queue, where the plugin went away under it; that is no attempt. */
    void putBack(Claimed run) {
        database.run(tx -> tx.sql().update(RUN).set(STATE, State.QUEUED.name()).setNull(CLAIM)
                .set(ATTEMPTS, ATTEMPTS.minus(1)).where(CLAIM.eq(run.claim()))
                .and(STATE.eq(State.RUNNING.name())).execute());
    }

    List<Beating> running() {
        return database.read(tx -> tx.sql().select(ID, CLAIM, BEAT).from(RUN)
                .where(STATE.eq(State.RUNNING.name()))
                .fetch(row -> new Beating(row.get(ID), row.get(CLAIM), row.get(BEAT))));
    }

    /** Takes a run from a node that has not been heard of: again, or failed where that has happened too often. */
    void takeFromTheDead(Beating run) {
        database.run(tx -> {
            tx.sql().update(RUN).set(STATE, State.FAILED.name()).set(FINISHED, clock.now())
                    .set(MESSAGE, JobJson.write(Text.of("kernel.job.lost"))).where(ID.eq(run.id()))
                    .and(BEAT.eq(run.beat())).and(STATE.eq(State.RUNNING.name()))
                    .and(ATTEMPTS.ge(ATTEMPTS_LIMIT)).execute();
            tx.sql().update(RUN).set(STATE, State.QUEUED.name()).setNull(CLAIM).where(ID.eq(run.id()))
                    .and(BEAT.eq(run.beat())).and(STATE.eq(State.RUNNING.name())).execute();
        });
    }

    /** What this node was at when it died is waited for by nobody. */
    void takeOwn() {
        List<Beating> own = database.read(tx -> tx.sql().select(ID, CLAIM, BEAT).from(RUN)
                .where(STATE.eq(State.RUNNING.name())).and(NODE.eq(node))
                .fetch(row -> new Beating(row.get(ID), row.get(CLAIM), row.get(BEAT))));
        own.forEach(this::takeFromTheDead);
    }

    void askToCancel(UUID id) {
        database.run(tx -> {
            tx.sql().update(RUN).set(STATE, State.CANCELLED.name()).set(FINISHED, clock.now()).where(ID.eq(id))
                    .and(STATE.eq(State.QUEUED.name())).execute();
            tx.sql().update(RUN).set(CANCEL_ASKED, true).where(ID.eq(id)).and(STATE.eq(State.RUNNING.name()))
                    .execute();
        });
    }

    /** Queues a scheduled job that is due, unless its last run has not ended. */
    void schedule(String job, Duration every, Actor actor) {
        database.run(tx -> {
            Instant now = clock.now();
            Optional<Instant> due = tx.sql().select(DUE).from(SCHEDULE).where(SCHEDULE_JOB.eq(job))
                    .fetchOptional(DUE);
            if (due.filter(now::isBefore).isPresent()) {
                return;
            }
            boolean mine = due.isEmpty()
                    ? tx.sql().insertInto(SCHEDULE, SCHEDULE_JOB, DUE).values(job, now.plus(every)).execute() > 0
                    : tx.sql().update(SCHEDULE).set(DUE, now.plus(every)).where(SCHEDULE_JOB.eq(job))
                            .and(DUE.eq(due.get())).execute() > 0;
            if (mine && !tx.sql().fetchExists(RUN, JOB.eq(job).and(STATE.in(State.QUEUED.name(),
                    State.RUNNING.name())))) {
                add(job, Map.of(), actor);
            }
        });
    }

    /** Forgets runs that ended so long ago. */
    void clear(Duration age) {
        database.run(tx -> tx.sql().deleteFrom(RUN).where(FINISHED.lt(clock.now().minus(age))).execute());
    }
}
