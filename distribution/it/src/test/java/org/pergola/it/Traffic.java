package org.pergola.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pergola.testing.Rest;

/** Twenty requests a second beside what a test does, and what became of them. */
final class Traffic implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newFixedThreadPool(32);
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    private Traffic() {
    }

    static Traffic of(Rest rest, List<String> paths) {
        Traffic traffic = new Traffic();
        traffic.clock.scheduleAtFixedRate(() -> traffic.senders.execute(
                () -> traffic.ask(rest, paths.get(traffic.sent.getAndIncrement() % paths.size()))), 0, 50,
                TimeUnit.MILLISECONDS);
        return traffic;
    }

    private void ask(Rest rest, String path) {
        try {
            Rest.Answer answer = rest.get(path);
            if (answer.status() >= 400) {
                failures.add(path + ": " + answer.status() + " " + answer.text());
            }
        } catch (RuntimeException broken) {
            failures.add(path + ": " + broken);
        }
        answered.incrementAndGet();
    }

    int answered() {
        return answered.get();
    }

    /** Stops, waits for what is under way, and tells what failed. */
    List<String> end() {
        clock.shutdown();
        senders.shutdown();
        try {
            if (!clock.awaitTermination(10, TimeUnit.SECONDS) || !senders.awaitTermination(60, TimeUnit.SECONDS)) {
                failures.add("some requests were never answered");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        senders.shutdownNow();
    }
}
