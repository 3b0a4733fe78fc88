package org.pergola.api.data;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids: UUID version 7 (RFC 9562, section 5.7), so that rows lie in the order they were made; within one virtual
 * machine each is greater than the one before. They use the real time even where {@link org.pergola.api.time.Clock}
 * is moved: an id tells nothing about when something was true.
 *
 * @since 0.1
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds and, in the lowest twelve bits, a counter within them. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {
    }

    public static UUID next() {
        long millis = java.time.Clock.systemUTC().millis();
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, millis << 12));
        long high = (stamp >>> 12) << 16 | 0x7000L | stamp & 0x0FFFL;
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
