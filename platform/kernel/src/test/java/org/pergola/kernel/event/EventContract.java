package org.pergola.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.pergola.api.actor.Actor;
import org.pergola.api.data.Ids;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventListener;
import org.pergola.api.event.EventType;
import org.pergola.api.plugin.PluginId;
import org.pergola.kernel.actor.ThreadActors;
import org.pergola.kernel.work.FakeServices;
import org.pergola.kernel.work.KernelStore;
import org.pergola.kernel.work.Lease;
import org.pergola.kernel.work.Origin;

/** What holds for events on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class EventContract {

    @EventType(name = "test.told")
    record Told(UUID about, String words) implements Event {

        @Override
        public String subjectKind() {
            return "thing";
        }

        @Override
        public UUID subjectId() {
            return about;
        }
    }

    @EventType(name = "test.other")
    record Other(UUID about) implements Event {

        @Override
        public String subjectKind() {
            return "thing";
        }

        @Override
        public UUID subjectId() {
            return about;
        }
    }

    private static final class Listener implements EventListener<Told> {

        private final String id;
        private final List<String> heard = new ArrayList<>();
        private final List<Happening> happenings = new ArrayList<>();
        private int toFail;

        Listener(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Class<Told> type() {
            return Told.class;
        }

        @Override
        public void on(Told event, Happening happening) {
            if (toFail > 0) {
                toFail--;
                throw new IllegalStateException("not yet");
            }
            heard.add(event.words());
            happenings.add(happening);
        }
    }

    private final ThreadActors actors = new ThreadActors();
    private final FakeServices services = new FakeServices("example");
    private final UUID person = UUID.randomUUID();
    private KernelStore store;
    private Numbering numbering;
    private EventLog log;

    abstract KernelStore open() throws Exception;

    @BeforeAll
    void start() throws Exception {
        store = open();
        numbering = new Numbering(store.database());
        log = new EventLog(store.database(), actors, store.clock(), new Origin("example", "1.2.3"), () -> { });
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
    }

    private void tell(String... words) {
        actors.run(new Actor.Person(person), () -> store.database().run(tx -> {
            for (String each : words) {
                log.publish(new Told(Ids.next(), each));
            }
        }));
    }

    private Delivery delivery(Listener listener) {
        Delivery delivery = new Delivery(services.add((EventListener<?>) listener), listener.id(), "test.told",
                Optional.of(PluginId.of("example")), store.database(), services, actors);
        delivery.begin();
        return delivery;
    }

    private void deliver(Delivery delivery) {
        assertTrue(delivery.claim());
        delivery.run(() -> true);
    }

    @Test
    void events_arrive_in_order_without_gaps_and_tell_who_did_it() {
        numbering.numberAll();
        Listener listener = new Listener("example.in-order");
        Delivery delivery = delivery(listener);
        tell("one", "two", "three");
        numbering.numberAll();
        deliver(delivery);
        assertEquals(List.of("one", "two", "three"), listener.heard);
        long first = listener.happenings.get(0).position();
        assertEquals(List.of(first, first + 1, first + 2),
                listener.happenings.stream().map(EventListener.Happening::position).toList());
        assertEquals(new Actor.Person(person), listener.happenings.get(0).actor());
        assertEquals(store.clock().now(), listener.happenings.get(0).recorded());
    }

    @Test
    void an_event_of_a_transaction_that_was_rolled_back_never_happened() {
        numbering.numberAll();
        Listener listener = new Listener("example.rolled-back");
        Delivery delivery = delivery(listener);
        actors.run(new Actor.Startup(), () -> assertThrows(IllegalStateException.class,
                () -> store.database().run(tx -> {
                    log.publish(new Told(Ids.next(), "never"));
                    throw new IllegalStateException("stop");
                })));
        tell("after");
        numbering.numberAll();
        deliver(delivery);
        assertEquals(List.of("after"), listener.heard);
    }

    @Test
    void an_event_that_commits_late_is_not_lost() throws Exception {
        numbering.numberAll();
        Listener listener = new Listener("example.late");
        Delivery delivery = delivery(listener);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> actors.run(new Actor.Startup(),
                () -> store.database().run(tx -> {
                    log.publish(new Told(Ids.next(), "late"));
                    written.countDown();
                    await(commit);
                })));
        assertTrue(written.await(10, TimeUnit.SECONDS));
        tell("early");
        CompletableFuture<Boolean> numbered = CompletableFuture.supplyAsync(numbering::numberAll);
        Thread.sleep(200);
        commit.countDown();
        late.get(10, TimeUnit.SECONDS);
        numbered.get(30, TimeUnit.SECONDS);
        numbering.numberAll();
        deliver(delivery);
        assertEquals(List.of("early", "late"), listener.heard.stream().sorted().toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_listener_throws_at_comes_again_and_holds_nobody_else_up() {
        numbering.numberAll();
        Listener failing = new Listener("example.failing");
        Listener other = new Listener("example.other");
        Delivery first = delivery(failing);
        Delivery second = delivery(other);
        failing.toFail = 1;
        tell("one", "two");
        numbering.numberAll();
        deliver(first);
        assertEquals(List.of(), failing.heard);
        assertTrue(!first.due(), "it rests after a failure");
        deliver(second);
        assertEquals(List.of("one", "two"), other.heard);
        deliver(first);
        assertEquals(List.of("one", "two"), failing.heard);
        assertTrue(!second.due());
    }

    @Test
    void a_listener_that_was_away_goes_on_where_it_stood() {
        numbering.numberAll();
        Listener before = new Listener("example.away");
        Delivery delivery = delivery(before);
        tell("one");
        numbering.numberAll();
        deliver(delivery);
        tell("two");
        numbering.numberAll();
        Listener after = new Listener("example.away");
        deliver(delivery(after));
        assertEquals(List.of("one"), before.heard);
        assertEquals(List.of("two"), after.heard);
    }

    @Test
    void a_listener_never_seen_before_begins_with_what_comes() {
        tell("before");
        numbering.numberAll();
        Listener listener = new Listener("example.new");
        Delivery delivery = delivery(listener);
        assertTrue(!delivery.due());
        tell("after");
        numbering.numberAll();
        assertTrue(delivery.due());
        deliver(delivery);
        assertEquals(List.of("after"), listener.heard);
    }

    @Test
    void a_listener_hears_its_own_type_only() {
        numbering.numberAll();
        Listener listener = new Listener("example.type");
        Delivery delivery = delivery(listener);
        actors.run(new Actor.Operator(), () -> store.database().run(tx -> log.publish(new Other(Ids.next()))));
        numbering.numberAll();
        assertTrue(!delivery.due());
    }

    @Test
    void an_event_outside_a_write_is_refused() {
        actors.run(new Actor.Startup(), () -> assertThrows(IllegalStateException.class,
                () -> log.publish(new Told(Ids.next(), "alone"))));
    }

    @Test
    void a_lease_is_taken_over_when_its_counter_stands_still() throws Exception {
        Lease mine = new Lease(store.database(), "test", "one", Duration.ofMillis(300));
        Lease yours = new Lease(store.database(), "test", "two", Duration.ofMillis(300));
        assertTrue(mine.held());
        assertTrue(!yours.held());
        Thread.sleep(100);
        assertTrue(mine.held());
        assertTrue(!yours.held());
        Thread.sleep(350);
        assertTrue(yours.held());
        assertTrue(!mine.held());
    }
}
