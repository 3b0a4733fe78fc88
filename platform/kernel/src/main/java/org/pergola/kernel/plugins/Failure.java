package org.pergola.kernel.plugins;

import org.pergola.api.text.Text;

/** A step of a change did not succeed, for a reason in words; the change is taken back. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    Failure(Text reason) {
        this(reason, null);
    }

    Failure(Text reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
