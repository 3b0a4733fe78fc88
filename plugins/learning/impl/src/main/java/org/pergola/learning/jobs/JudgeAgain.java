package org.pergola.learning.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.job.Job;
import org.pergola.api.job.JobRun;
import org.pergola.api.text.Text;
import org.pergola.learning.Rejudging;

/** Judges what could not be judged while an activity type or a kind of learnable was away. */
@Component
public final class JudgeAgain implements Job {

    private static final int BATCH = 200;

    private final Rejudging rejudging;

    @Activate
    public JudgeAgain(@Reference Rejudging rejudging) {
        this.rejudging = rejudging;
    }

    @Override
    public String id() {
        return "learning.judge";
    }

    @Override
    public Text title() {
        return Text.of("learning.job.judge");
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public void run(JobRun run) {
        List<UUID> due = rejudging.due(BATCH);
        int done = 0;
        for (UUID enrolmentId : due) {
            if (run.cancelled()) {
                return;
            }
            rejudging.judge(enrolmentId);
            run.progress((double) ++done / due.size(), Text.of("learning.job.judge.progress", done));
        }
    }
}
