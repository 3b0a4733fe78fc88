package org.pergola.shell.host;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Tells open pages that pages or slots have come or gone. On a thread of its own: services come and go on threads that
 * are in the middle of starting a plugin, and a page would call into it.
 */
@Component(service = Announcer.class)
public final class Announcer {
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pages-announcer").daemon().factory());

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** Several changes at once are one announcement. */
    void changed() {
        if (!thread.isShutdown() && pending.compareAndSet(false, true)) {
            thread.execute(() -> {
                pending.set(false);
                listeners.forEach(Runnable::run);
            });
        }
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void unlisten(Runnable listener) {
        listeners.remove(listener);
    }
}
