package org.pergola.kernel.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.pergola.api.plugin.PluginId;

/**
 * Threads of the kernel, and the plugin that each is inside of. One for each piece of work, never used again, so that
 * nothing of a plugin stays behind in a thread.
 */
public final class PluginThreads {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<Thread, Optional<PluginId>> running = new HashMap<>();
    private final Map<PluginId, Integer> held = new HashMap<>();

    /** Starts the work on a thread of its own; answers false where the plugin is held, or everything has ended. */
    public boolean start(Optional<PluginId> plugin, String name, Runnable work) {
        lock.lock();
        try {
            if (plugin.isPresent() && held.containsKey(plugin.get())) {
                return false;
            }
            Thread thread = Thread.ofPlatform().name("pergola-" + name).daemon().unstarted(() -> {
                try {
                    work.run();
                } finally {
                    end(Thread.currentThread());
                }
            });
            running.put(thread, plugin);
            thread.start();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void end(Thread thread) {
        lock.lock();
        try {
            running.remove(thread);
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing of these plugins begin until {@link #release}. */
    public void hold(Set<PluginId> plugins) {
        lock.lock();
        try {
            plugins.forEach(plugin -> held.merge(plugin, 1, Integer::sum));
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody wants the plugin left alone: long work asks now and then. */
    public boolean held(Optional<PluginId> plugin) {
        lock.lock();
        try {
            return plugin.filter(held::containsKey).isPresent();
        } finally {
            lock.unlock();
        }
    }

    public void release(Set<PluginId> plugins) {
        lock.lock();
        try {
            plugins.forEach(plugin -> held.computeIfPresent(plugin, (id, count) -> count == 1 ? null : count - 1));
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts what is inside these plugins. */
    public void interrupt(Set<PluginId> plugins) {
        lock.lock();
        try {
            running.forEach((thread, plugin) -> plugin.filter(plugins::contains).ifPresent(id -> thread.interrupt()));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is inside these plugins; answers which still are after so long. */
    public Set<PluginId> await(Set<PluginId> plugins, Duration wait) {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (!inside(plugins).isEmpty() && left > 0) {
                left = ended.awaitNanos(left);
            }
            return inside(plugins);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return inside(plugins);
        } finally {
            lock.unlock();
        }
    }

    private Set<PluginId> inside(Set<PluginId> plugins) {
        Set<PluginId> found = new HashSet<>();
        for (Map.Entry<Thread, Optional<PluginId>> entry : running.entrySet()) {
            entry.getValue().filter(plugins::contains)
                    .filter(id -> entry.getKey() != Thread.currentThread()).ifPresent(found::add);
        }
        return found;
    }

    /** Interrupts everything and waits for it: the kernel ends. */
    public void close(Duration wait) {
        long left = wait.toNanos();
        lock.lock();
        try {
            running.keySet().forEach(Thread::interrupt);
            while (!running.isEmpty() && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
