package org.pergola.scorm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.OptionalDouble;
import java.util.UUID;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.learning.api.Evidence.Success;

/** What an attempt at a package came to so far: the last that was reported, so that only changes are. */
@Entity
@Table(name = "scorm_attempt")
public class ScormAttempt {

    @Id
    private UUID id;
    @Column(name = "package_id")
    private UUID packageId;
    @Enumerated(EnumType.STRING)
    private Completion completion = Completion.UNKNOWN;
    @Enumerated(EnumType.STRING)
    private Success success = Success.UNKNOWN;
    private Double score;
    private double progress;
    @Version
    private long version;

    protected ScormAttempt() {
    }

    ScormAttempt(UUID attemptId, UUID packageId) {
        this.id = attemptId;
        this.packageId = packageId;
    }

    Outcome outcome() {
        return new Outcome(completion, success, score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
                progress);
    }

    /** @return whether anything is new */
    boolean becomes(Outcome outcome) {
        if (outcome.equals(outcome())) {
            return false;
        }
        completion = outcome.completion();
        success = outcome.success();
        score = outcome.score().isPresent() ? outcome.score().getAsDouble() : null;
        progress = outcome.progress();
        return true;
    }
}
