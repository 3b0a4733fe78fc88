package org.pergola.web.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<Waiter> waiting = new ArrayList<>();

    private static final class Waiter {
        private final Set<PluginId> plugins;
        private boolean admitted;

        private Waiter(Set<PluginId> plugins) {
            this.plugins = plugins;
        }
    }

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
            if (!anyHeld(plugins)) {
                admit(plugins);
            } else if (!awaitRelease(plugins)) {
                return Optional.empty();
            }
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

    /** Whoever waits is let in by the release itself, so that the next hold cannot come before. */
    private boolean awaitRelease(Set<PluginId> plugins) {
        if (waiting.size() >= mostWaiting) {
            return false;
        }
        Waiter waiter = new Waiter(plugins);
        waiting.add(waiter);
        try {
            long left = longestWait.toNanos();
            while (!waiter.admitted && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        waiting.remove(waiter);
        return waiter.admitted;
    }

    private void admit(Set<PluginId> plugins) {
        plugins.forEach(plugin -> inside.merge(plugin, 1, Integer::sum));
    }

    private void admitWaiting() {
        for (Waiter waiter : waiting) {
            if (!waiter.admitted && !anyHeld(waiter.plugins)) {
                waiter.admitted = true;
                admit(waiter.plugins);
            }
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
            admitWaiting();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For the tests: how many are waiting now. */
    boolean isWaitedFor() {
        lock.lock();
        try {
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
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
