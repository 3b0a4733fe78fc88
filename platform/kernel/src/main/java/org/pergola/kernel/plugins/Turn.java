package org.pergola.kernel.plugins;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** One change at a time. */
final class Turn {

    private static final long PATIENCE_SECONDS = 120;

    private final ReentrantLock lock = new ReentrantLock(true);

    /** @throws Refused (unavailable) where another change takes too long */
    <T> T take(Supplier<T> change) {
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy().because(e);
        }
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    private static Refused busy() {
        return new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.plugin.busy"));
    }
}
