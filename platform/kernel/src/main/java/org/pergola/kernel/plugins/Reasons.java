package org.pergola.kernel.plugins;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.kernel.plugins.framework.Deadlines;

/** Says in words what the framework says in its own. */
final class Reasons {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([\\w.]+)\\)");

    private Reasons() {
    }

    static Text of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure.reason();
            }
            if (cause instanceof Refused refused) {
                return refused.text();
            }
            if (cause instanceof Deadlines.TooLate) {
                return Text.of("kernel.plugin.failed.hangs");
            }
            if (cause instanceof BundleException bundle && bundle.getType() == BundleException.RESOLVE_ERROR) {
                Matcher missing = PACKAGE.matcher(String.valueOf(bundle.getMessage()));
                return missing.find() ? Text.of("kernel.plugin.failed.package", missing.group(1))
                        : Text.of("kernel.plugin.failed.resolve", String.valueOf(bundle.getMessage()));
            }
        }
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said = innermost.getMessage() == null ? "" : innermost.getMessage();
        return Text.of("kernel.plugin.failed.throws", (innermost.getClass().getSimpleName() + " " + said).strip());
    }
}
