package org.pergola.web.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.pergola.api.plugin.PluginId;

/**
 * Counts the requests inside each plugin, and lets new ones wait while a plugin is held. Plugins are known by name, so
 * the gate outlives their swap.
 */
public final class Gate {

    private final Duration longestWait;
    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<PluginId, Integer> inside = new HashMap<>();
    private final Map<PluginId, Integer> held = new HashMap<>();
    private int waiting;

    /** @param mostWaiting how many requests may wait at once, each keeping a thread; those beyond are sent away */
    public Gate(Duration longestWait, int mostWaiting) {
        this.longestWait = longestWait;
        this.mostWaiting = mostWaiting;
    }

    /** Being inside; closed once, from any thread. */
    public interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /** What {@link #hold} answers; closed once. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Goes in, after waiting for as long as one of the plugins is held; empty where that took too long. */
    public Optional<Pass> enter(Set<PluginId> plugins) {
        lock.lock();
        try {
            if (anyHeld(plugins) && !awaitRelease(plugins)) {
                return Optional.empty();
            }
            plugins.forEach(plugin -> inside.merge(plugin, 1, Integer::sum));
        } finally {
            lock.unlock();
        }
        return Optional.of(new Leaving(() -> count(inside, plugins, -1)));
    }

    /** Holds the plugins and waits until nothing is inside them; empty, and nothing held, where that took too long. */
    public Optional<Held> hold(Set<PluginId> plugins, Duration wait) {
        Set<PluginId> all = Set.copyOf(plugins);
        lock.lock();
        try {
            all.forEach(plugin -> held.merge(plugin, 1, Integer::sum));
            long left = wait.toNanos();
            while (all.stream().anyMatch(inside::containsKey)) {
                if (left <= 0) {
                    count(held, all, -1);
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            count(held, all, -1);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
        Leaving release = new Leaving(() -> count(held, all, -1));
        return Optional.of(release::close);
    }

    private boolean awaitRelease(Set<PluginId> plugins) {
        if (waiting >= mostWaiting) {
            return false;
        }
        waiting++;
        try {
            long left = longestWait.toNanos();
            while (anyHeld(plugins)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    private boolean anyHeld(Set<PluginId> plugins) {
        return !held.isEmpty() && plugins.stream().anyMatch(held::containsKey);
    }

    private void count(Map<PluginId, Integer> counts, Set<PluginId> plugins, int difference) {
        lock.lock();
        try {
            for (PluginId plugin : plugins) {
                counts.computeIfPresent(plugin, (id, before) -> before + difference == 0 ? null : before + difference);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For the tests: how many are waiting now. */
    boolean isWaitedFor() {
        lock.lock();
        try {
            return waiting > 0;
        } finally {
            lock.unlock();
        }
    }

    Duration longestWait() {
        return longestWait;
    }

    private static final class Leaving implements Pass {
        private final java.util.concurrent.atomic.AtomicBoolean left = new java.util.concurrent.atomic.AtomicBoolean();
        private final Runnable leave;

        private Leaving(Runnable leave) {
            this.leave = leave;
        }

        @Override
        public void close() {
            if (left.compareAndSet(false, true)) {
                leave.run();
            }
        }
    }
}
