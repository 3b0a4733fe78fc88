package org.pergola.kernel.guard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.pergola.api.error.Refused;
import org.pergola.api.host.Guard;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Counts, times and labels each call into a plugin, and turns calls away from one that does nothing but fail. */
@Component(service = {Guard.class, SwapParticipant.class})
public final class CallGuard implements Guard, SwapParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(CallGuard.class);
    private static final String LABEL = "plugin";
    private static final int MOST_ERRORS = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Owners owners;
    private final Map<PluginId, Circuit> circuits = new ConcurrentHashMap<>();

    @Activate
    public CallGuard(BundleContext context) {
        this.context = context;
        this.owners = new Owners(context);
    }

    @Deactivate
    void close() {
        owners.close();
    }

    @Override
    public Optional<PluginId> owner(Bundle bundle) {
        return Owners.of(bundle);
    }

    @Override
    public <T> T call(PluginId plugin, String activity, Callable<T> work) throws Exception {
        Circuit circuit = circuits.computeIfAbsent(plugin, id -> new Circuit(MOST_ERRORS, REST));
        if (!circuit.enter(System.nanoTime())) {
            throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.guard.open", Text.of(plugin + ".plugin.name")));
        }
        Thread thread = Thread.currentThread();
        ClassLoader loaderBefore = thread.getContextClassLoader();
        String labelBefore = MDC.get(LABEL);
        owners.loader(plugin).ifPresent(thread::setContextClassLoader);
        MDC.put(LABEL, plugin.value());
        long begun = System.nanoTime();
        boolean failed = true;
        try {
            T answer = work.call();
            failed = false;
            return answer;
        } catch (Refused expected) {
            failed = false;
            throw expected;
        } finally {
            long now = System.nanoTime();
            circuit.left(failed, now, now - begun);
            if (now - begun > SLOW.toNanos()) {
                LOG.warn("{} in the plugin {} took {} ms", activity, plugin, (now - begun) / 1_000_000);
            }
            if (failed && circuit.counts().open()) {
                LOG.error("The plugin {} fails again and again, last in {}; it is left alone for {} s", plugin, activity,
                        REST.toSeconds());
            }
            thread.setContextClassLoader(loaderBefore);
            if (labelBefore == null) {
                MDC.remove(LABEL);
            } else {
                MDC.put(LABEL, labelBefore);
            }
        }
    }

    @Override
    public <S, T> Optional<T> with(ServiceReference<S> reference, String activity, Function<S, T> work) {
        Bundle bundle = reference.getBundle();
        S service = bundle == null ? null : context.getService(reference);
        if (service == null) {
            return Optional.empty();
        }
        try {
            Optional<PluginId> plugin = owner(bundle);
            return Optional.ofNullable(plugin.isEmpty() ? work.apply(service)
                    : call(plugin.get(), activity, () -> work.apply(service)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A function throws nothing checked", e);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Calls are held at the doors that lead here; the guard itself keeps nobody waiting. */
    @Override
    public Hold hold(Set<PluginId> plugins, Duration wait) {
        return () -> plugins.forEach(plugin -> Optional.ofNullable(circuits.get(plugin)).ifPresent(Circuit::close));
    }

    @Override
    public void forget(Bundle bundle) {
        // It knows plugins by name, and looks for their class loaders at each call.
    }
}
