package org.pergola.shell.host;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The threads on which pages have slow work done. */
@Component(service = Workers.class)
public final class Workers {
    private static final int THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ExecutorService pool = pool();
    private final ScheduledExecutorService timer = timer();

    @Deactivate
    void stop() {
        timer.shutdownNow();
        pool.shutdownNow();
    }

    Future<?> work(Runnable work) {
        return pool.submit(work);
    }

    Future<?> every(Duration apart, Runnable action) {
        long millis = Math.max(1000, apart.toMillis());
        return timer.scheduleWithFixedDelay(() -> pool.execute(action), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What is cancelled leaves at once: until its turn came it would keep the classes of the page that asked for it. */
    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("pages-timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static ExecutorService pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), Thread.ofPlatform().name("pages-worker-", 1).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
