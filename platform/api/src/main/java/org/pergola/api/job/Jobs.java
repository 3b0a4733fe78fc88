package org.pergola.api.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.text.Text;

/** Starts jobs and tells how they are doing. @since 0.1 */
@ProviderType
public interface Jobs {

    enum State {
        QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED
    }

    record Status(UUID id, String job, State state, double progress, Optional<Text> message,
            Map<String, Object> result, Instant queued, Optional<Instant> finished) {
    }

    /** Queues a run as the acting person; answers its id. */
    UUID start(String job, Map<String, Object> parameters);

    /** A run of one's own, or any with {@code kernel.job.see}. */
    Optional<Status> find(UUID id);

    List<Status> latest(int limit);

    void cancel(UUID id);
}
