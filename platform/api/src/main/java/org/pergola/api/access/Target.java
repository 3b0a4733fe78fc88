package org.pergola.api.access;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants to touch, as far as access is concerned.
 *
 * @param kind {@code everywhere}, {@code person}, {@code unit}, or the id of a {@link ScopeType}
 * @param id   of the person, unit or object; empty for everywhere
 * @since 0.1
 */
public record Target(String kind, Optional<UUID> id) {

    private static final Target EVERYWHERE = new Target("everywhere", Optional.empty());

    /** The whole installation: only a grant everywhere reaches it. */
    public static Target everywhere() {
        return EVERYWHERE;
    }

    public static Target person(UUID id) {
        return new Target("person", Optional.of(id));
    }

    public static Target unit(UUID id) {
        return new Target("unit", Optional.of(id));
    }

    public static Target of(String kind, UUID id) {
        return new Target(kind, Optional.of(id));
    }
}
