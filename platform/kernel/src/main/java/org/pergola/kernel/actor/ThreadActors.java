package org.pergola.kernel.actor;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Component;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.error.Refused;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.text.Text;

/** Keeps the actor with the thread, for the length of a call. */
@Component
public final class ThreadActors implements Actors, ActorBinding {

    private final ThreadLocal<Actor> bound = new ThreadLocal<>();

    @Override
    public Actor current() {
        Actor actor = bound.get();
        if (actor == null) {
            throw stranger();
        }
        return actor;
    }

    @Override
    public UUID person() {
        return current().person().orElseThrow(ThreadActors::stranger);
    }

    private static Refused stranger() {
        return new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("kernel.access.sign-in"));
    }

    @Override
    public <T> T call(Actor actor, Callable<T> work) throws Exception {
        try (Bound ignored = bind(actor)) {
            return work.call();
        }
    }

    @Override
    public void run(Actor actor, Runnable work) {
        try (Bound ignored = bind(actor)) {
            work.run();
        }
    }

    @Override
    public Bound bind(Actor actor) {
        Objects.requireNonNull(actor, "actor");
        Actor before = bound.get();
        bound.set(actor);
        return () -> {
            if (before == null) {
                bound.remove();
            } else {
                bound.set(before);
            }
        };
    }
}
