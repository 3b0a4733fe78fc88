package org.pergola.kernel.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How an account stands: whether it may act, and what it was granted.
 *
 * @param generation counts changes that end its sessions
 */
record Standing(boolean active, long generation, List<Held> held) {

    static final Standing NOBODY = new Standing(false, -1, List.of());

    /**
     * A role that somebody holds somewhere.
     *
     * @param everything every permission, future ones too
     */
    record Held(boolean everything, Set<String> permissions, String scopeType, Optional<UUID> scopeId, Instant from,
            Optional<Instant> to) {

        boolean permits(String permission, Instant now) {
            return (everything || permissions.contains(permission)) && inForce(now);
        }

        boolean inForce(Instant now) {
            return !from.isAfter(now) && to.map(end -> end.isAfter(now)).orElse(true);
        }

        boolean everywhere() {
            return scopeType.equals(Scope.EVERYWHERE);
        }
    }
}
