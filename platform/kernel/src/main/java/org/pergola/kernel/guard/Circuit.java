package org.pergola.kernel.guard;

import java.time.Duration;

/**
 * Counts what goes wrong in one plugin. After several unexpected errors in a row it opens: calls are turned away, until
 * after a while one is let through to try.
 */
final class Circuit {

    private final int most;
    private final long restNanos;
    private int errorsInARow;
    private long opened;
    private boolean open;
    private boolean trying;
    private long calls;
    private long errors;
    private long nanos;

    /**
     * @param most errors in a row that open it
     * @param rest for which it stays open
     */
    Circuit(int most, Duration rest) {
        this.most = most;
        this.restNanos = rest.toNanos();
    }

    /** Whether a call may go in at this moment. */
    synchronized boolean enter(long now) {
        if (!open) {
            return true;
        }
        if (trying || now - opened < restNanos) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void left(boolean failed, long now, long took) {
        calls++;
        nanos += took;
        trying = false;
        if (!failed) {
            errorsInARow = 0;
            open = false;
            return;
        }
        errors++;
        errorsInARow++;
        if (open || errorsInARow >= most) {
            open = true;
            opened = now;
        }
    }

    /** Forgets the past: the plugin was replaced. */
    synchronized void close() {
        open = false;
        trying = false;
        errorsInARow = 0;
    }

    /**
     * What has been counted.
     *
     * @param nanos in all calls together
     */
    record Counts(long calls, long errors, long nanos, boolean open) {
    }

    synchronized Counts counts() {
        return new Counts(calls, errors, nanos, open);
    }
}
