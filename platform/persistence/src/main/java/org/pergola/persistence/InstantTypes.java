package org.pergola.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** What both platforms of EclipseLink say about instants and ids. */
final class InstantTypes {

    private InstantTypes() {
    }

    /** Cut to what both databases keep. The JVM runs in UTC, which {@code Store} asserts. */
    static Timestamp toTimestamp(Instant instant) {
        return Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS));
    }

    static <T> Optional<T> fromDatabase(Object source, Class<T> javaClass) {
        if (javaClass == Instant.class && source instanceof Timestamp timestamp) {
            return Optional.of(javaClass.cast(timestamp.toInstant()));
        }
        if (javaClass == UUID.class && source instanceof String text) {
            return Optional.of(javaClass.cast(UUID.fromString(text.trim())));
        }
        return Optional.empty();
    }
}
