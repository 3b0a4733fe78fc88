package org.pergola.kernel.plugins;

import java.util.Locale;
import org.pergola.kernel.plugins.record.Change;

/** Ends the process at a step, as a power cut would, where a test asked for it: {@code -Dpergola.failpoint=swapped}. */
final class Failpoints {

    private static final String PROPERTY = "pergola.failpoint";
    private static final int KILLED = 137;

    private Failpoints() {
    }

    static void reached(Change.Step step) {
        if (step.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(System.getProperty(PROPERTY))) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
