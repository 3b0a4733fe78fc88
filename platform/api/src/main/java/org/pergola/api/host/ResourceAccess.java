package org.pergola.api.host;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Which permissions exist: declared by the platform and by installed plugins. @since 0.1 */
@ProviderType
public interface ResourceAccess {

    /** Whether anybody declares the permission; pages and routes that name another are refused. */
    boolean declared(String permission);

    /** Whether the person could administer something: has any permission that belongs to the administration. */
    boolean administers(UUID userId);
}
