package org.pergola.api.actor;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who is acting on this thread. @since 0.1 */
@ProviderType
public interface Actors {

    /** @throws org.pergola.api.error.Refused (unauthenticated) where nobody is bound: no actor, no call */
    Actor current();

    /** The person acting. @throws org.pergola.api.error.Refused (unauthenticated) where it is no person */
    UUID person();
}
