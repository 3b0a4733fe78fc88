package org.pergola.kernel.plugins.framework;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs what may hang. Java cannot end a thread: one that does not heed its interruption is left alone and counted.
 */
public final class Deadlines {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final AtomicInteger abandoned = new AtomicInteger();

    /** It did not end in time. */
    public static final class TooLate extends Exception {
        private static final long serialVersionUID = 1L;

        TooLate(String what, Duration limit) {
            super(what + " did not end within " + limit.toSeconds() + " s");
        }
    }

    /**
     * Runs the work on a thread of its own.
     *
     * @throws TooLate   where it did not end; it was interrupted then
     * @throws Exception what the work throws
     */
    public <T> T run(String what, Duration limit, Callable<T> work) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(answer, work), "pergola-" + what);
        thread.setDaemon(true);
        thread.setContextClassLoader(Deadlines.class.getClassLoader());
        thread.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            thread.join(GRACE.toMillis());
            if (thread.isAlive()) {
                abandoned.incrementAndGet();
            }
            throw new TooLate(what, limit);
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            throw interrupted;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, Callable<T> work) {
        try {
            answer.complete(work.call());
        } catch (Throwable thrown) { // also a LinkageError of a plugin: the caller learns of it
            answer.completeExceptionally(thrown);
        }
    }

    /** How many threads did not heed their interruption since the start. */
    public int abandoned() {
        return abandoned.get();
    }
}
