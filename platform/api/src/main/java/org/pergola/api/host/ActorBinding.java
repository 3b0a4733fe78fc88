package org.pergola.api.host;

import java.util.concurrent.Callable;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.actor.Actor;

/** Binds an actor to the thread for the length of a call: used at the five entrances only. @since 0.1 */
@ProviderType
public interface ActorBinding {

    <T> T call(Actor actor, Callable<T> work) throws Exception;

    void run(Actor actor, Runnable work);

    /** Binds until closed, on this thread; for entrances that have a begin and an end instead of a call. */
    Bound bind(Actor actor);

    /** Closing gives back what was bound before. */
    interface Bound extends AutoCloseable {
        @Override
        void close();
    }
}
