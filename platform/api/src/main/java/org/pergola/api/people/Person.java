package org.pergola.api.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person as those see them who may.
 *
 * @param orgUnitId the unit of the current membership
 * @param version   counts changes; the ETag of REST
 * @since 0.1
 */
public record Person(UUID id, String username, String email, String firstName, String lastName, Status status,
        Optional<UUID> orgUnitId, Optional<Instant> lastSeen, Instant created, long version) {

    public enum Status {
        ACTIVE, SUSPENDED, DEACTIVATED
    }

    public String name() {
        return (firstName + " " + lastName).trim();
    }
}
