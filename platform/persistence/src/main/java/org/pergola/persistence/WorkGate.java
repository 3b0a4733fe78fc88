package org.pergola.persistence;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** Counts the work of one bundle, and keeps new work out while the bundle is being replaced. */
final class WorkGate {

    /** How long work waits at a closed gate before it says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
    private int running;
    private int holds;

    <T> T inside(Supplier<T> work) {
        int level = depth.get();
        if (level == 0) {
            enter();
        }
        depth.set(level + 1);
        try {
            return work.get();
        } finally {
            if (level == 0) {
                depth.remove();
                leave();
            } else {
                depth.set(level);
            }
        }
    }

    private void enter() {
        lock.lock();
        try {
            if (!await(() -> holds == 0, PATIENCE)) {
                throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("persistence.held"));
            }
            running++;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps new work out; answers whether what was running has ended in time. */
    boolean hold(Duration wait) {
        lock.lock();
        try {
            holds++;
            return await(() -> running == 0, wait);
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            holds--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier wished, Duration limit) {
        long left = limit.toNanos();
        while (!wished.getAsBoolean()) {
            if (left <= 0) {
                return false;
            }
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
