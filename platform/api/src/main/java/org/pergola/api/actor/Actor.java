package org.pergola.api.actor;

import java.util.Optional;
import java.util.UUID;
import org.pergola.api.plugin.PluginId;

/**
 * Who is acting. Bound at five entrances only: an HTTP request, a page, a job, an event, a command. Where none is
 * bound, no service of the platform answers.
 *
 * @since 0.1
 */
public sealed interface Actor {

    /**
     * A person who has signed in.
     *
     * @param onBehalfOf the person acted for; empty where one acts for oneself
     */
    record Person(UUID userId, Optional<UUID> onBehalfOf) implements Actor {
        public Person(UUID userId) {
            this(userId, Optional.empty());
        }
    }

    /** A plugin's job or listener; it passes only the permissions its {@code permissions.yaml} lists under system. */
    record Plugin(PluginId pluginId, String activity) implements Actor {
    }

    /** Whoever can read the token file of the command line. */
    record Operator() implements Actor {
    }

    /** A stranger. */
    record Anonymous() implements Actor {
    }

    /** The platform while it starts, and its own housekeeping. */
    record Startup() implements Actor {
    }

    /** The person's id, where a person is acting. */
    default Optional<UUID> person() {
        return this instanceof Person person ? Optional.of(person.userId()) : Optional.empty();
    }
}
