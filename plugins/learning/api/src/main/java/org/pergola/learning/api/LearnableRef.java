package org.pergola.learning.api;

import java.util.UUID;

/**
 * What is known of a learnable while its plugin is away: its projection.
 *
 * @param version counts published versions, from 1
 * @param seed    draws its cover where the author brought none
 * @since 1.0
 */
public record LearnableRef(UUID id, String kind, int version, String title, String summary, State state, long seed) {

    /** Only what is published can be found and enrolled in. */
    public enum State {
        DRAFT, PUBLISHED, RETIRED
    }
}
