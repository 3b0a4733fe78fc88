package org.pergola.shell.session;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.EOFException;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.shell.host.Services;
import org.pergola.ui.part.Toast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong: a refusal in its own words, anything else with a reference into the log. */
public final class Failures implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public void error(ErrorEvent event) {
        if (event.getThrowable() instanceof EOFException gone) {
            debug("A browser went away in the middle of an answer", gone);
        } else {
            show(event.getThrowable());
        }
    }

    /** On the current page. */
    public static void show(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof Refused) && cause.getCause() != null && (cause instanceof CompletionException
                || cause instanceof java.lang.reflect.InvocationTargetException)) {
            cause = cause.getCause();
        }
        Text said = cause instanceof Refused refused ? refused.text()
                : Text.of("ui.failed", log("A page's action", thrown));
        Toast.refused(Services.current().texts().words(said, Signing.LOCALE));
    }

    /** @return the reference that stands in the log */
    public static String log(String where, Throwable thrown) {
        String reference = HexFormat.of().withUpperCase().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        LOG.error("{} failed. Reference {}", where, reference, thrown);
        return reference;
    }

    public static void debug(String what, Throwable thrown) {
        LOG.debug("{}.", what, thrown);
    }
}
