package org.pergola.kernel.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing again and again: when it is woken, and after a while in any case. */
public final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Duration pause;
    private final Runnable work;
    private final Thread thread;
    private boolean wake;
    private boolean closed;
    private boolean failing;

    public Poller(String name, Duration pause, Runnable work) {
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofPlatform().name("pergola-" + name).daemon().start(this::run);
    }

    /** Has the work done soon, and again where it is being done now. */
    public void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (next()) {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException e) {
                // said once for each time that it begins to fail: a database that is away would fill the log
                if (!failing && !closed()) {
                    LOG.error("{} failed and is tried again", thread.getName(), e);
                }
                failing = true;
            }
        }
    }

    private boolean next() {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0 && (!wake || failing)) {
                left = woken.awaitNanos(left);
            }
            wake = false;
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the work under way has ended. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
