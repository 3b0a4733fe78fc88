package org.pergola.kernel.work;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;

/** Services of one plugin without a framework, and a guard that finds them. */
public final class FakeServices implements Guard {

    private final Map<ServiceReference<?>, Object> services = new ConcurrentHashMap<>();
    private final PluginId plugin;
    private final Bundle bundle;

    public FakeServices(String plugin) {
        this.plugin = PluginId.of(plugin);
        this.bundle = proxy(Bundle.class, (name) -> name.equals("getSymbolicName") ? "org.example." + plugin : null);
    }

    @SuppressWarnings("unchecked")
    public <S> ServiceReference<S> add(S service) {
        ServiceReference<S> reference = proxy(ServiceReference.class,
                name -> name.equals("getBundle") ? bundle : null);
        services.put(reference, service);
        return reference;
    }

    public void remove(ServiceReference<?> reference) {
        services.remove(reference);
    }

    private static <T> T proxy(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> type.getSimpleName();
                    case "compareTo" -> 0;
                    default -> answers.apply(method.getName());
                }));
    }

    @Override
    public <T> T call(PluginId id, String activity, Callable<T> work) throws Exception {
        return work.call();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> Optional<T> with(ServiceReference<S> reference, String activity, Function<S, T> work) {
        return Optional.ofNullable((S) services.get(reference)).map(work);
    }

    @Override
    public Optional<PluginId> owner(Bundle some) {
        return Optional.of(plugin);
    }
}
