package org.pergola.api.time;

import java.time.Instant;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one source of the present. Nobody asks the JVM directly, so that ten years can be lived through in a test.
 *
 * @since 0.1
 */
@ProviderType
public interface Clock {

    /** The present, cut to microseconds, as every database here can store it. */
    Instant now();

    /** The installation's zone, for deadlines and days; facts are stored in UTC. */
    ZoneId zone();
}
