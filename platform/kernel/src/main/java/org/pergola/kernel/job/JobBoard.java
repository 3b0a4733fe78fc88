package org.pergola.kernel.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.host.SwapParticipant;
import org.pergola.api.job.Job;
import org.pergola.api.job.Jobs;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.work.Node;
import org.pergola.kernel.work.Poller;

/** Starts jobs, and tells each person of their own. */
@Component(service = {Jobs.class, SwapParticipant.class}, immediate = true)
public final class JobBoard implements Jobs, SwapParticipant {

    private static final String SEE = "kernel.job.see";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Actors actors;
    private final Access access;
    private final JobQueue queue;
    private final JobList list;
    private final JobRunner runner;
    private final Poller poller;
    private boolean begun;

    @Reference(service = Job.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ServiceReference<Job>> jobs = List.of();

    @Activate
    public JobBoard(@Reference Database database, @Reference Clock clock, @Reference Actors actors,
            @Reference ActorBinding binding, @Reference Access access, @Reference Guard guard) {
        this.database = database;
        this.actors = actors;
        this.access = access;
        this.queue = new JobQueue(database, clock, Node.name());
        this.list = new JobList(database);
        this.runner = new JobRunner(queue, guard, binding, this::wake);
        this.poller = new Poller("jobs", PAUSE, this::round);
    }

    private void wake() {
        poller.wake();
    }

    private void round() {
        if (!begun) {
            queue.takeOwn();
            begun = true;
        }
        runner.round(jobs);
    }

    @Override
    public UUID start(String job, Map<String, Object> parameters) {
        Actor actor = actors.current();
        if (jobs.stream().flatMap(reference -> runner.known(reference).stream())
                .noneMatch(known -> known.id().equals(job))) {
            throw Refused.missing(Text.of("kernel.job.unknown", job));
        }
        UUID id = queue.add(job, parameters, actor);
        database.afterCommit(poller::wake);
        return id;
    }

    @Override
    public Optional<Status> find(UUID id) {
        return owner().flatMap(own -> list.find(id, own));
    }

    @Override
    public List<Status> latest(int limit) {
        return owner().map(own -> list.latest(limit, own)).orElseGet(List::of);
    }

    /** Whose runs the actor may see: everybody's, their own, or (empty) nobody's. */
    private Optional<Optional<UUID>> owner() {
        if (access.mayAnywhere(SEE)) {
            return Optional.of(Optional.empty());
        }
        return actors.current().person().map(Optional::of);
    }

    @Override
    public void cancel(UUID id) {
        Status run = find(id).orElseThrow(() -> Refused.missing(Text.of("kernel.job.no-run")));
        queue.askToCancel(run.id());
        database.afterCommit(() -> runner.cancelled(id));
    }

    @Override
    public Hold hold(Set<PluginId> plugins, Duration wait) {
        Set<PluginId> busy = runner.hold(plugins, wait);
        if (!busy.isEmpty()) {
            runner.release(plugins);
            throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.job.busy", busy.iterator().next().value()));
        }
        return () -> {
            runner.release(plugins);
            poller.wake();
        };
    }

    @Override
    public void forget(Bundle bundle) {
        runner.forget(bundle);
    }

    @Deactivate
    void close() {
        poller.close();
        runner.close();
    }
}
