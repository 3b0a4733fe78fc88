package org.pergola.api.job;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.text.Text;

/**
 * Work that takes longer than a request, once in the cluster. A whiteboard service; the kernel owns the thread and
 * interrupts it when the plugin goes away. What was started by a person runs as that person, in their scope.
 *
 * @since 0.1
 */
@ConsumerType
public interface Job {

    /** {@code <plugin>.<name>}. */
    String id();

    Text title();

    /** How often it runs by itself; empty for on demand only. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /** Does the work. What it throws makes the job failed; {@link org.pergola.api.error.Refused} in its own words. */
    void run(JobRun run);
}
