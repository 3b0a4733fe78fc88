package org.pergola.scorm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.learning.api.Evidence.Success;

/** One part of a package in one attempt: its run-time data, and what they came to. */
@Entity
@Table(name = "scorm_part")
public class ScormPart {

    @Id
    private UUID id;
    @Column(name = "attempt_id")
    private UUID attemptId;
    private String item;
    private int openings;
    private int commits;
    private String cmi;
    private boolean resumable;
    @Enumerated(EnumType.STRING)
    private Completion completion = Completion.UNKNOWN;
    @Enumerated(EnumType.STRING)
    private Success success = Success.UNKNOWN;
    private Double score;
    private double progress;
    @Column(name = "earlier_time")
    private double earlierTime;
    @Column(name = "session_time")
    private double sessionTime;
    private Instant changed;
    @Version
    private long version;

    protected ScormPart() {
    }

    ScormPart(UUID id, UUID attemptId, String item, Instant now) {
        this.id = id;
        this.attemptId = attemptId;
        this.item = item;
        this.changed = now;
    }

    String item() {
        return item;
    }

    int openings() {
        return openings;
    }

    Optional<String> cmi() {
        return Optional.ofNullable(cmi);
    }

    /** Whether the next session goes on where this one was: it asked for that, or it never ended. */
    boolean resumable() {
        return resumable;
    }

    double seconds() {
        return earlierTime + sessionTime;
    }

    Outcome outcome() {
        return new Outcome(completion, success, score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
                progress);
    }

    /** Begins a session: commits of an earlier one are refused from here on. */
    void open(Instant now) {
        openings++;
        commits = 0;
        earlierTime += sessionTime;
        sessionTime = 0;
        changed = now;
    }

    /** @return whether it was new; one that was overtaken is not */
    boolean take(Commit commit, Edition edition, Outcome reached, Instant now) {
        if (commit.sequence() <= commits) {
            return false;
        }
        commits = commit.sequence();
        cmi = commit.cmi().toString();
        resumable = !commit.finished() || commit.suspended(edition);
        sessionTime = commit.seconds(edition);
        reach(reached, now);
        return true;
    }

    void reach(Outcome reached, Instant now) {
        Outcome best = reached.after(outcome());
        completion = best.completion();
        success = best.success();
        score = best.score().isPresent() ? best.score().getAsDouble() : null;
        progress = best.progress();
        changed = now;
    }
}
