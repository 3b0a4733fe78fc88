package org.pergola.web.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pergola.api.access.Access;
import org.pergola.api.data.Database;
import org.pergola.api.plugin.Plugins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the kernel's services are there and the database answers. */
@Component(service = Readiness.class)
public final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicReference<Database> database = new AtomicReference<>();
    private final AtomicReference<Access> access = new AtomicReference<>();
    private final AtomicReference<Plugins> plugins = new AtomicReference<>();
    private final ExecutorService asking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pergola-readiness").daemon().factory());
    private Optional<Future<Boolean>> pending = Optional.empty();

    @Activate
    public Readiness() {
        // The services come and go by themselves.
    }

    @Deactivate
    void close() {
        asking.shutdownNow();
    }

    /** Each part, and whether it is up. */
    public Map<String, Boolean> parts() {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        parts.put("database", databaseAnswers());
        parts.put("access", access.get() != null);
        parts.put("plugins", plugins.get() != null);
        return parts;
    }

    /** Asked on a thread of its own, one question at a time: a database that hangs must not hang whoever asks. */
    private synchronized boolean databaseAnswers() {
        Database asked = database.get();
        if (asked == null) {
            return false;
        }
        Future<Boolean> question = pending.filter(one -> !one.isDone())
                .orElseGet(() -> asking.submit(() -> asked.read(tx -> tx.sql().selectOne().fetch().size() == 1)));
        pending = Optional.of(question);
        try {
            return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.debug("The database has not answered in {}", PATIENCE, slow);
            return false;
        } catch (ExecutionException failed) {
            LOG.debug("The database does not answer", failed);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDatabase(Database service) {
        database.set(service);
    }

    void unbindDatabase(Database service) {
        database.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAccess(Access service) {
        access.set(service);
    }

    void unbindAccess(Access service) {
        access.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPlugins(Plugins service) {
        plugins.set(service);
    }

    void unbindPlugins(Plugins service) {
        plugins.compareAndSet(service, null);
    }
}
