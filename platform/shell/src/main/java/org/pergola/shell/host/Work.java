package org.pergola.shell.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pergola.api.actor.Actor;
import org.pergola.shell.session.Failures;

/** What a page has done on other threads, as the person before it, and the way back into the page. */
final class Work {
    private final Services services;
    private final Actor actor;
    private final UI ui;
    private volatile boolean closed;

    /** How the page calls into the plugin whose it is. */
    interface Guarded {
        void call(Runnable action) throws Exception;
    }

    Work(Services services, Actor actor, UI ui) {
        this.services = services;
        this.actor = actor;
        this.ui = ui;
    }

    /** @return what gives it up */
    <T> Runnable load(Guarded guarded, Supplier<T> slow, Consumer<T> then) {
        Future<?> running = services.workers().work(() -> services.actors().run(actor, () -> {
            try {
                guarded.call(() -> {
                    T answer = slow.get();
                    access(() -> then.accept(answer));
                });
            } catch (Exception failed) {
                access(() -> Failures.show(failed));
            }
        }));
        return () -> running.cancel(true);
    }

    /** @return what stops it */
    Runnable every(Duration apart, Runnable action) {
        Future<?> ticking = services.workers().every(apart, () -> access(action));
        return () -> ticking.cancel(false);
    }

    /** Runs under the session's lock, soon, unless the page has been left by then. */
    void access(Runnable action) {
        if (closed) {
            return;
        }
        services.actors().run(actor, () -> {
            try {
                ui.access(() -> {
                    if (!closed) {
                        services.actors().run(actor, action);
                    }
                });
            } catch (UIDetachedException leftMeanwhile) {
                Failures.debug("A page was left while something was under way", leftMeanwhile);
            }
        });
    }

    void close() {
        closed = true;
    }
}
