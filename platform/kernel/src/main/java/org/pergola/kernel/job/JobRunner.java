package org.pergola.kernel.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.host.Guard;
import org.pergola.api.job.Job;
import org.pergola.api.job.Jobs.State;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.kernel.work.PluginThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what waits in the queue, as many at once as there are places, each on a thread of its own. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    static final int PLACES = 4;

    /** A node that has not been heard of for so long is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(30);

    /** A job that is there now. */
    record Known(ServiceReference<Job> reference, String id, Optional<Duration> every, Optional<PluginId> plugin) {
    }

    private record Heard(long beat, long since) {
    }

    private final JobQueue queue;
    private final Guard guard;
    private final ActorBinding actors;
    private final PluginThreads threads = new PluginThreads();
    private final Map<ServiceReference<Job>, Known> known = new ConcurrentHashMap<>();
    private final Map<UUID, LiveRun> live = new ConcurrentHashMap<>();
    private final Map<UUID, PluginId> owners = new ConcurrentHashMap<>();
    private final Map<UUID, Heard> heard = new HashMap<>();
    private final Runnable ended;
    private long lastBeat = System.nanoTime();
    private long lastClear = System.nanoTime();
    private volatile boolean closed;

    /** @param ended called when a place has become free */
    JobRunner(JobQueue queue, Guard guard, ActorBinding actors, Runnable ended) {
        this.queue = queue;
        this.guard = guard;
        this.actors = actors;
        this.ended = ended;
    }

    /** One round: schedules, beats, runs. */
    void round(List<ServiceReference<Job>> references) {
        known.keySet().retainAll(references);
        Map<String, Known> jobs = new LinkedHashMap<>();
        references.forEach(reference -> known(reference).ifPresent(job -> jobs.putIfAbsent(job.id(), job)));
        beat();
        for (Known job : jobs.values()) {
            job.every().ifPresent(every -> queue.schedule(job.id(), every, scheduled(job)));
        }
        List<String> free = jobs.values().stream().filter(job -> !threads.held(job.plugin())).map(Known::id).toList();
        while (!closed && !free.isEmpty() && live.size() < PLACES) {
            Optional<JobQueue.Claimed> claimed = queue.claim(free);
            if (claimed.isEmpty()) {
                return;
            }
            start(jobs.get(claimed.get().job()), claimed.get());
        }
    }

    private static Actor scheduled(Known job) {
        return job.plugin().<Actor>map(plugin -> new Actor.Plugin(plugin, "job " + job.id()))
                .orElse(new Actor.Startup());
    }

    Optional<Known> known(ServiceReference<Job> reference) {
        Known found = known.get(reference);
        Bundle bundle = reference.getBundle();
        if (found != null || bundle == null || threads.held(guard.owner(bundle))) {
            return Optional.ofNullable(found);
        }
        try {
            Optional<Known> asked = guard.with(reference, "job",
                    job -> new Known(reference, job.id(), job.every(), guard.owner(bundle)));
            asked.ifPresent(job -> known.put(reference, job));
            return asked;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A job of {} cannot be asked what it is", bundle.getSymbolicName(), e);
            return Optional.empty();
        }
    }

    private void start(Known job, JobQueue.Claimed claimed) {
        LiveRun run = new LiveRun(queue, claimed);
        live.put(run.id(), run);
        job.plugin().ifPresent(plugin -> owners.put(run.id(), plugin));
        boolean started = threads.start(job.plugin(), "job " + job.id(), () -> {
            try {
                run(job, run);
            } finally {
                left(run);
                ended.run();
            }
        });
        if (!started) {
            left(run);
            queue.putBack(claimed);
        }
    }

    private void left(LiveRun run) {
        live.remove(run.id());
        owners.remove(run.id());
    }

    private void run(Known job, LiveRun run) {
        JobQueue.Claimed claimed = run.claimed();
        try {
            boolean there = actors.call(claimed.actor(), () -> guard.with(job.reference(), "job " + job.id(), found -> {
                found.run(run);
                return Boolean.TRUE;
            })).isPresent();
            end(run, there ? State.SUCCEEDED : State.QUEUED, Optional.empty());
        } catch (Refused e) {
            end(run, State.FAILED, Optional.of(e.text()));
        } catch (Exception | LinkageError e) {
            if (!run.gaveWay() && !run.askedToStop()) {
                LOG.error("The job {} failed", job.id(), e);
            }
            end(run, State.FAILED, Optional.of(Text.of("kernel.job.failed")));
        }
    }

    private void end(LiveRun run, State state, Optional<Text> message) {
        // the flag of an interrupt would break the connection that the last words go over
        Thread.interrupted();
        if (state == State.QUEUED || run.gaveWay() && state != State.SUCCEEDED) {
            queue.putBack(run.claimed());
        } else if (run.askedToStop()) {
            queue.finish(run.claimed(), State.CANCELLED, Optional.empty());
        } else {
            queue.finish(run.claimed(), state, message);
        }
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - lastBeat < BEAT.toNanos()) {
            return;
        }
        lastBeat = now;
        live.values().forEach(LiveRun::beat);
        List<JobQueue.Beating> running = queue.running();
        Set<UUID> there = new HashSet<>();
        for (JobQueue.Beating run : running) {
            there.add(run.id());
            Heard before = heard.get(run.id());
            if (before == null || before.beat() != run.beat()) {
                heard.put(run.id(), new Heard(run.beat(), now));
            } else if (now - before.since() > SILENCE.toNanos() && !live.containsKey(run.id())) {
                LOG.warn("The run {} was left by a node that is gone", run.id());
                queue.takeFromTheDead(run);
            }
        }
        heard.keySet().retainAll(there);
        if (now - lastClear > Duration.ofHours(1).toNanos()) {
            lastClear = now;
            queue.clear(KEPT);
        }
    }

    /** Makes a run here hear soon that it was asked to stop. */
    void cancelled(UUID id) {
        Optional.ofNullable(live.get(id)).ifPresent(LiveRun::beat);
    }

    /** Stops what is inside these plugins, to be done again later; answers which do not stop in time. */
    Set<PluginId> hold(Set<PluginId> plugins, Duration wait) {
        threads.hold(plugins);
        owners.forEach((id, plugin) -> {
            if (plugins.contains(plugin)) {
                Optional.ofNullable(live.get(id)).ifPresent(LiveRun::giveWay);
            }
        });
        threads.interrupt(plugins);
        return threads.await(plugins, wait);
    }

    void release(Set<PluginId> plugins) {
        threads.release(plugins);
    }

    void forget(Bundle bundle) {
        known.keySet().removeIf(reference -> reference.getBundle() == null || bundle.equals(reference.getBundle()));
    }

    void close() {
        closed = true;
        live.values().forEach(LiveRun::giveWay);
        threads.close(Duration.ofSeconds(5));
    }
}
