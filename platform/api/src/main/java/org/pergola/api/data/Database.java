package org.pergola.api.data;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A bundle's own door to the database: {@code @Reference Database db}. Each bundle that asks gets a persistence unit
 * of its own over the entities that its manifest lists; the platform builds and closes it. Writes of any bundle
 * inside another's {@link #write} join its transaction; any failure rolls all of it back.
 *
 * <p>Work may run up to three times on a deadlock, so it touches nothing but the database and events. No entity
 * leaves it.
 *
 * @since 0.1
 */
@ProviderType
public interface Database {

    /** Work that changes nothing. Inside a write it sees what was written. */
    <T> T read(Work<T> work);

    /** Work in a transaction: committed at the outermost end, or not at all. */
    <T> T write(Work<T> work);

    /** As {@link #write}, without an answer. */
    default void run(Action action) {
        write(tx -> {
            action.with(tx);
            return Boolean.TRUE;
        });
    }

    /** Whether a write is under way on this thread, whoever began it. */
    default boolean writing() {
        return false;
    }

    /** Runs after the outermost write has committed; at once where none is under way. Not kept over a crash. */
    void afterCommit(Runnable action);

    @FunctionalInterface
    interface Work<T> {
        T with(Tx tx);
    }

    @FunctionalInterface
    interface Action {
        void with(Tx tx);
    }
}
