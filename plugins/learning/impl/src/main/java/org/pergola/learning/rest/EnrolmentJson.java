package org.pergola.learning.rest;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.rest.Versioned;
import org.pergola.learning.api.Enrolment;

/**
 * An enrolment as REST shows it.
 *
 * @param progress 0 to 1
 * @param score    0 to 1
 */
public record EnrolmentJson(UUID id, UUID userId, UUID learnableId, String kind, int cycle, String status,
        Instant enrolled, Optional<Instant> started, Optional<Instant> lastSeen, Optional<Instant> completed,
        double progress, Optional<Double> score, long version) implements Versioned {

    static EnrolmentJson of(Enrolment enrolment) {
        return new EnrolmentJson(enrolment.id(), enrolment.userId(), enrolment.learnableId(), enrolment.kind(),
                enrolment.cycle(), enrolment.status().name().toLowerCase(Locale.ROOT), enrolment.enrolled(),
                enrolment.started(), enrolment.lastSeen(), enrolment.completed(), enrolment.progress(),
                enrolment.score().isPresent() ? Optional.of(enrolment.score().getAsDouble()) : Optional.empty(),
                enrolment.version());
    }
}
