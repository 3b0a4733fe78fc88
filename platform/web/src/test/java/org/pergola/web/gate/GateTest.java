package org.pergola.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pergola.api.plugin.PluginId;

class GateTest {

    private static final Set<PluginId> NOTES = Set.of(PluginId.of("notes"));
    private static final Set<PluginId> OTHER = Set.of(PluginId.of("other"));
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Gate gate = new Gate(Duration.ofSeconds(5), 10);

    @Test
    void a_request_waits_while_its_plugin_is_held_and_then_goes_on() throws Exception {
        Gate.Held held = gate.hold(NOTES, SHORT).orElseThrow();
        CompletableFuture<Optional<Gate.Pass>> waiting = CompletableFuture.supplyAsync(() -> gate.enter(NOTES));
        while (!gate.isWaitedFor()) {
            Thread.sleep(5);
        }
        assertFalse(waiting.isDone());
        held.close();
        assertTrue(waiting.get(2, TimeUnit.SECONDS).isPresent());
    }

    @Test
    void who_waits_comes_in_before_the_next_hold() throws Exception {
        Gate.Held first = gate.hold(NOTES, SHORT).orElseThrow();
        CompletableFuture<Optional<Gate.Pass>> waiting = CompletableFuture.supplyAsync(() -> gate.enter(NOTES));
        while (!gate.isWaitedFor()) {
            Thread.sleep(5);
        }
        first.close();
        assertTrue(gate.hold(NOTES, SHORT).isEmpty(), "the one that waited is inside already");
        assertTrue(waiting.get(2, TimeUnit.SECONDS).isPresent());
    }

    @Test
    void requests_of_others_pass() {
        try (Gate.Held held = gate.hold(NOTES, SHORT).orElseThrow()) {
            assertTrue(gate.enter(OTHER).isPresent());
        }
    }

    @Test
    void a_hold_waits_for_those_inside() throws Exception {
        Gate.Pass inside = gate.enter(NOTES).orElseThrow();
        CompletableFuture<Optional<Gate.Held>> holding = CompletableFuture.supplyAsync(
                () -> gate.hold(NOTES, Duration.ofSeconds(5)));
        Thread.sleep(50);
        assertFalse(holding.isDone());
        inside.close();
        assertTrue(holding.get(2, TimeUnit.SECONDS).isPresent());
    }

    @Test
    void a_hold_that_takes_too_long_holds_nothing() {
        gate.enter(NOTES).orElseThrow();
        assertTrue(gate.hold(NOTES, SHORT).isEmpty());
        assertTrue(gate.enter(NOTES).isPresent());
    }

    @Test
    void who_waits_too_long_is_sent_away() {
        Gate impatient = new Gate(SHORT, 10);
        impatient.hold(NOTES, SHORT).orElseThrow();
        assertTrue(impatient.enter(NOTES).isEmpty());
    }

    @Test
    void more_than_may_wait_are_sent_away_at_once() {
        Gate full = new Gate(Duration.ofSeconds(60), 0);
        full.hold(NOTES, SHORT).orElseThrow();
        assertTrue(full.enter(NOTES).isEmpty());
    }

    @Test
    void closing_twice_counts_once() {
        Gate.Pass first = gate.enter(NOTES).orElseThrow();
        gate.enter(NOTES).orElseThrow();
        first.close();
        first.close();
        assertTrue(gate.hold(NOTES, SHORT).isEmpty(), "one is still inside");
    }

    @Test
    void two_hundred_swaps_under_traffic_fail_no_request() throws Exception {
        AtomicBoolean there = new AtomicBoolean(true);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        CompletableFuture<?>[] traffic = new CompletableFuture<?>[4];
        for (int i = 0; i < traffic.length; i++) {
            traffic[i] = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    try (Gate.Pass pass = gate.enter(NOTES).orElseThrow()) {
                        (there.get() ? answered : failed).incrementAndGet();
                        Thread.onSpinWait();
                        if (!there.get()) {
                            failed.incrementAndGet();
                        }
                    }
                }
            });
        }
        for (int i = 0; i < 200; i++) {
            try (Gate.Held held = gate.hold(NOTES, Duration.ofSeconds(5)).orElseThrow()) {
                there.set(false);
                Thread.yield();
                there.set(true);
            }
        }
        done.set(true);
        CompletableFuture.allOf(traffic).get(10, TimeUnit.SECONDS);
        assertEquals(0, failed.get());
        assertTrue(answered.get() > 0);
    }

    @Test
    void a_path_belongs_to_who_declares_its_first_segment_and_to_who_answers_it() {
        PathOwners owners = new PathOwners();
        PluginId notes = PluginId.of("notes");
        PluginId tags = PluginId.of("tags");
        owners.declare(notes, Set.of("notes"));
        owners.declare(tags, Set.of());
        owners.answers(tags, path -> path.startsWith("/notes/1/tags"));
        owners.tokens(token -> token.equals("abc") ? Optional.of(tags) : Optional.empty());
        assertEquals(Set.of(notes), owners.of("/api/v1/notes"));
        assertEquals(Set.of(notes, tags), owners.of("/api/v1/notes/1/tags"));
        assertEquals(Set.of(notes), owners.of("/plugins/notes/1a/x.js"));
        assertEquals(Set.of(tags), owners.of("/play/abc/files/a.html"));
        assertEquals(Set.of(), owners.of("/play/other/"));
        assertEquals(Set.of(), owners.of("/notes"), "pages are swapped under their own lock");
        assertEquals(Set.of(), owners.of("/api/v1/users"));
    }
}
