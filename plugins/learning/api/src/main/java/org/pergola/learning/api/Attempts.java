package org.pergola.learning.api;

import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Where learners begin and activity types report. A learner touches only attempts of their own. @since 1.0 */
@ProviderType
public interface Attempts {

    /**
     * The attempt that is open, or a new one on the content's current version.
     *
     * @throws org.pergola.api.error.Refused (conflict) where the enrolment is not open, or the activity unknown
     */
    Attempt begin(UUID enrolmentId, UUID activityId);

    /**
     * One's own, or one that may be seen.
     */
    Optional<Attempt> find(UUID attemptId);

    /**
     * Records evidence and judges the activity and the enrolment anew, in one transaction with the caller's write.
     * Idempotent on the evidence's id.
     */
    void report(UUID attemptId, Evidence evidence);

    /** Closes the attempt; the next {@link #begin} opens another. */
    void end(UUID attemptId);
}
