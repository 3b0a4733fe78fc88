package org.pergola.api.host;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.ServiceReference;
import org.pergola.api.plugin.PluginId;

/**
 * The one way into a plugin: counts and times calls, opens the circuit after repeated errors, sets the class loader
 * and the log context {@code plugin=}. The caller keeps service references, never services.
 *
 * @since 0.1
 */
@ProviderType
public interface Guard {

    /** Calls on this thread; what it throws comes through and is counted. */
    <T> T call(PluginId plugin, String activity, Callable<T> work) throws Exception;

    /** Gets the service for the length of the call; empty where it has gone. */
    <S, T> Optional<T> with(ServiceReference<S> reference, String activity, Function<S, T> work);

    /** The plugin whose bundle this is, also for its API bundles; empty for the platform's. */
    Optional<PluginId> owner(org.osgi.framework.Bundle bundle);
}
