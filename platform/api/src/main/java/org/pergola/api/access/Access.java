package org.pergola.api.access;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether the acting person may do something. Permissions are declared in {@code permissions.yaml} of their plugin;
 * grants give a role to a person in a scope. An application service asks here before it does anything; lists take
 * their row condition from {@link #visible}.
 *
 * @since 0.1
 */
@ProviderType
public interface Access {

    /** Everybody, strangers too. */
    String PUBLIC = "public";

    /** Everybody who has signed in. */
    String SIGNED_IN = "signed-in";

    /** Whether the actor has the permission for this target. */
    boolean may(String permission, Target target);

    /** Whether the actor has the permission anywhere at all: for menus and coarse gates. */
    boolean mayAnywhere(String permission);

    /** @throws org.pergola.api.error.Refused (forbidden, or unauthenticated for a stranger) */
    void require(String permission, Target target);

    /** @throws org.pergola.api.error.Refused (forbidden) where the actor has the permission nowhere */
    void requireAnywhere(String permission);

    /**
     * The condition on rows that belong to a person: true for the people that the actor may see by this permission.
     *
     * @param personColumn the column with the person's id
     */
    Condition visible(String permission, Field<UUID> personColumn);
}
