package org.pergola.kernel.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceReference;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.job.Job;
import org.pergola.api.job.JobRun;
import org.pergola.api.job.Jobs;
import org.pergola.api.job.Jobs.State;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.kernel.actor.ThreadActors;
import org.pergola.kernel.work.FakeServices;
import org.pergola.kernel.work.KernelStore;

/** What holds for jobs on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class JobContract {

    private static final PluginId EXAMPLE = PluginId.of("example");
    private static final Actor ANN = new Actor.Person(UUID.randomUUID());

    private record Work(String id, Optional<Duration> every, Consumer<JobRun> work) implements Job {

        @Override
        public Text title() {
            return Text.plain(id);
        }

        @Override
        public void run(JobRun run) {
            work.accept(run);
        }
    }

    private final ThreadActors actors = new ThreadActors();
    private final FakeServices services = new FakeServices("example");
    private KernelStore store;
    private JobQueue queue;
    private JobList list;
    private JobRunner runner;

    abstract KernelStore open() throws Exception;

    @BeforeAll
    void open_the_store() throws Exception {
        store = open();
    }

    @BeforeEach
    void an_empty_queue() {
        store.database().run(tx -> {
            tx.sql().deleteFrom(JobTables.RUN).execute();
            tx.sql().deleteFrom(JobTables.SCHEDULE).execute();
        });
        queue = new JobQueue(store.database(), store.clock(), "here");
        list = new JobList(store.database());
        runner = new JobRunner(queue, services, actors, () -> { });
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
    }

    private ServiceReference<Job> job(String id, Consumer<JobRun> work) {
        return services.add((Job) new Work(id, Optional.empty(), work));
    }

    private Jobs.Status status(UUID id) {
        return list.find(id, Optional.empty()).orElseThrow();
    }

    private Jobs.Status await(UUID id, State state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (status(id).state() != state && System.nanoTime() < end) {
            sleep(20);
        }
        assertEquals(state, status(id).state());
        return status(id);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_job_runs_as_the_person_who_started_it_and_leaves_its_result() {
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        ServiceReference<Job> count = job("example.count", run -> {
            seen.add(actors.current());
            seen.addAll(run.parameters().values());
            run.progress(1, Text.of("example.counted", 3));
            run.result(Map.of("count", 3));
        });
        UUID id = queue.add("example.count", Map.of("of", "things"), ANN);
        assertEquals(State.QUEUED, status(id).state());
        runner.round(List.of(count));
        Jobs.Status done = await(id, State.SUCCEEDED);
        assertEquals(List.of(ANN, "things"), seen);
        assertEquals(Map.of("count", 3), done.result());
        assertEquals(Optional.of(Text.of("example.counted", 3)), done.message());
        assertEquals(1.0, done.progress());
        assertTrue(done.finished().isPresent());
    }

    @Test
    void a_refusal_is_told_in_its_own_words_and_a_failure_in_ours() {
        ServiceReference<Job> refusing = job("example.refusing", run -> {
            throw Refused.invalid(Text.of("example.no", "why"));
        });
        ServiceReference<Job> failing = job("example.failing", run -> {
            throw new IllegalStateException("secret");
        });
        UUID refused = queue.add("example.refusing", Map.of(), ANN);
        UUID failed = queue.add("example.failing", Map.of(), ANN);
        runner.round(List.of(refusing, failing));
        assertEquals(Optional.of(Text.of("example.no", "why")), await(refused, State.FAILED).message());
        assertEquals(Optional.of(Text.of("kernel.job.failed")), await(failed, State.FAILED).message());
    }

    @Test
    void a_run_of_a_transaction_that_was_rolled_back_is_not_there() {
        UUID[] id = new UUID[1];
        assertThrows(IllegalStateException.class, () -> store.database().run(tx -> {
            id[0] = queue.add("example.count", Map.of(), ANN);
            throw new IllegalStateException("stop");
        }));
        assertTrue(list.find(id[0], Optional.empty()).isEmpty());
    }

    @Test
    void a_run_whose_plugin_is_away_waits() {
        UUID id = queue.add("example.away", Map.of(), ANN);
        runner.round(List.of());
        assertEquals(State.QUEUED, status(id).state());
    }

    @Test
    void what_is_cancelled_while_it_waits_never_begins() {
        UUID id = queue.add("example.wait", Map.of(), ANN);
        queue.askToCancel(id);
        assertEquals(State.CANCELLED, status(id).state());
        runner.round(List.of(job("example.wait", run -> { })));
        assertEquals(State.CANCELLED, status(id).state());
    }

    @Test
    void a_running_job_hears_that_it_is_to_stop() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        ServiceReference<Job> endless = job("example.endless", run -> {
            inside.countDown();
            while (!run.cancelled()) {
                sleep(10);
            }
        });
        UUID id = queue.add("example.endless", Map.of(), ANN);
        runner.round(List.of(endless));
        assertTrue(inside.await(20, TimeUnit.SECONDS));
        queue.askToCancel(id);
        runner.cancelled(id);
        await(id, State.CANCELLED);
    }

    @Test
    void a_plugin_that_is_swapped_gets_its_job_again_afterwards() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        ServiceReference<Job> before = job("example.long", run -> {
            inside.countDown();
            sleep(30_000);
        });
        UUID id = queue.add("example.long", Map.of(), ANN);
        runner.round(List.of(before));
        assertTrue(inside.await(20, TimeUnit.SECONDS));
        assertEquals(Set.of(), runner.hold(Set.of(EXAMPLE), Duration.ofSeconds(20)));
        assertEquals(State.QUEUED, status(id).state());
        ServiceReference<Job> after = job("example.long", run -> run.result(Map.of("version", 2)));
        runner.round(List.of(after));
        assertEquals(State.QUEUED, status(id).state());
        runner.release(Set.of(EXAMPLE));
        runner.round(List.of(after));
        assertEquals(Map.of("version", 2), await(id, State.SUCCEEDED).result());
    }

    @Test
    void a_job_that_does_not_stop_is_named_and_goes_on() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ServiceReference<Job> deaf = job("example.deaf", run -> {
            inside.countDown();
            boolean left = false;
            while (!left) {
                try {
                    left = leave.await(1, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    // deaf
                }
            }
        });
        UUID id = queue.add("example.deaf", Map.of(), ANN);
        runner.round(List.of(deaf));
        assertTrue(inside.await(20, TimeUnit.SECONDS));
        assertEquals(Set.of(EXAMPLE), runner.hold(Set.of(EXAMPLE), Duration.ofMillis(200)));
        runner.release(Set.of(EXAMPLE));
        leave.countDown();
        await(id, State.SUCCEEDED);
    }

    @Test
    void what_a_dead_node_was_at_is_done_again_three_times_at_most() {
        UUID id = queue.add("example.deadly", Map.of(), ANN);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertEquals(id, queue.claim(List.of("example.deadly")).orElseThrow().id());
            assertEquals(State.RUNNING, status(id).state());
            new JobQueue(store.database(), store.clock(), "here").takeOwn();
        }
        assertEquals(State.FAILED, status(id).state());
        assertEquals(Optional.of(Text.of("kernel.job.lost")), status(id).message());
    }

    @Test
    void a_node_that_was_taken_for_dead_writes_nothing_any_more() {
        UUID id = queue.add("example.fenced", Map.of(), ANN);
        JobQueue.Claimed old = queue.claim(List.of("example.fenced")).orElseThrow();
        queue.running().forEach(queue::takeFromTheDead);
        JobQueue.Claimed fresh = queue.claim(List.of("example.fenced")).orElseThrow();
        queue.result(old, Map.of("from", "the dead"));
        queue.finish(old, State.FAILED, Optional.empty());
        assertTrue(!queue.beat(old));
        assertTrue(queue.beat(fresh));
        queue.finish(fresh, State.SUCCEEDED, Optional.empty());
        assertEquals(State.SUCCEEDED, status(id).state());
        assertEquals(Map.of(), status(id).result());
    }

    @Test
    void a_scheduled_job_runs_once_in_its_time() throws Exception {
        List<Actor> seen = Collections.synchronizedList(new ArrayList<>());
        ServiceReference<Job> daily = services.add((Job) new Work("example.daily", Optional.of(Duration.ofDays(1)),
                run -> seen.add(actors.current())));
        runner.round(List.of(daily));
        await(list.latest(1, Optional.empty()).get(0).id(), State.SUCCEEDED);
        runner.round(List.of(daily));
        assertEquals(1, list.latest(10, Optional.empty()).size());
        store.move(Duration.ofHours(25));
        runner.round(List.of(daily));
        await(list.latest(1, Optional.empty()).get(0).id(), State.SUCCEEDED);
        assertEquals(2, list.latest(10, Optional.empty()).size());
        assertEquals(List.of(new Actor.Plugin(EXAMPLE, "job example.daily"),
                new Actor.Plugin(EXAMPLE, "job example.daily")), seen);
    }

    @Test
    void people_see_their_own_runs() {
        UUID mine = queue.add("example.count", Map.of(), ANN);
        queue.add("example.count", Map.of(), new Actor.Person(UUID.randomUUID()));
        assertEquals(List.of(mine), list.latest(10, ANN.person()).stream().map(Jobs.Status::id).toList());
        assertEquals(2, list.latest(10, Optional.empty()).size());
    }

    @Test
    void runs_that_ended_long_ago_are_forgotten() {
        UUID id = queue.add("example.count", Map.of(), ANN);
        queue.askToCancel(id);
        queue.clear(Duration.ofDays(30));
        assertEquals(State.CANCELLED, status(id).state());
        store.move(Duration.ofDays(31));
        queue.clear(Duration.ofDays(30));
        assertTrue(list.find(id, Optional.empty()).isEmpty());
    }
}
