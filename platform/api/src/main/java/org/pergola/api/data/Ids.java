package org.pergola.api.data;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * New ids: UUID version 7 (RFC 9562, section 5.7), so that rows lie in the order they were made. They use the real
 * time even where {@link org.pergola.api.time.Clock} is moved: an id tells nothing about when something was true.
 *
 * @since 0.1
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    public static UUID next() {
        long millis = java.time.Clock.systemUTC().millis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
