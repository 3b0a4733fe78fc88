package org.pergola.kernel.job;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.pergola.api.job.JobRun;
import org.pergola.api.text.Text;

/** A run that is under way here, as the job sees it. */
final class LiveRun implements JobRun {

    /** Progress goes to the database no more often than that. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JobQueue queue;
    private final JobQueue.Claimed claimed;
    private volatile boolean cancelled;
    private volatile boolean pluginWanted;
    private volatile long lastProgress;

    LiveRun(JobQueue queue, JobQueue.Claimed claimed) {
        this.queue = queue;
        this.claimed = claimed;
        this.lastProgress = System.nanoTime() - PAUSE.toNanos();
    }

    JobQueue.Claimed claimed() {
        return claimed;
    }

    @Override
    public UUID id() {
        return claimed.id();
    }

    @Override
    public Map<String, Object> parameters() {
        return claimed.parameters();
    }

    @Override
    public void progress(double done, Text message) {
        long now = System.nanoTime();
        if (now - lastProgress >= PAUSE.toNanos() || done >= 1) {
            lastProgress = now;
            queue.progress(claimed, Math.clamp(done, 0.0, 1.0), message);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled || pluginWanted || Thread.currentThread().isInterrupted();
    }

    @Override
    public void result(Map<String, Object> result) {
        queue.result(claimed, result);
    }

    /** Tells the queue that it goes on, and hears whether it is to stop. */
    void beat() {
        if (!queue.beat(claimed)) {
            cancelled = true;
        }
    }

    /** Somebody wants the plugin: the run stops, and is done again later. */
    void giveWay() {
        pluginWanted = true;
    }

    boolean gaveWay() {
        return pluginWanted;
    }

    boolean askedToStop() {
        return cancelled;
    }
}
