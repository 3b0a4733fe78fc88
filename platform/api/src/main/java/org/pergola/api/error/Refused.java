package org.pergola.api.error;

import java.util.Objects;
import java.util.Optional;
import org.pergola.api.text.Text;

/**
 * What was asked cannot be done, for a reason that a person can read and act on. REST answers it as a problem
 * document with the kind's status, a page shows it beside the field or as a notification, the command line prints it
 * and exits with 1. Anything else that is thrown is "Something went wrong" with a reference into the log.
 *
 * @since 0.1
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal, and the HTTP status that says it. */
    public enum Kind {
        INVALID(422), MALFORMED(400), CONFLICT(409), FORBIDDEN(403), UNAUTHENTICATED(401), MISSING(404), MOVED_ON(412),
        TOO_LARGE(413), TOO_MANY(429), UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final transient Text text;
    private final Kind kind;
    private final String field;

    public Refused(Kind kind, Text text) {
        this(kind, text, null, null);
    }

    /** @param field the name of the input that is wrong, as REST and forms call it */
    public Refused(Kind kind, Text text, String field) {
        this(kind, text, Objects.requireNonNull(field), null);
    }

    private Refused(Kind kind, Text text, String field, Throwable cause) {
        super(kind + ": " + text, cause);
        this.kind = kind;
        this.text = text;
        this.field = field;
    }

    public static Refused invalid(Text text) {
        return new Refused(Kind.INVALID, text);
    }

    public static Refused invalid(String field, Text text) {
        return new Refused(Kind.INVALID, text, field);
    }

    public static Refused missing(Text text) {
        return new Refused(Kind.MISSING, text);
    }

    public static Refused conflict(Text text) {
        return new Refused(Kind.CONFLICT, text);
    }

    public static Refused forbidden(Text text) {
        return new Refused(Kind.FORBIDDEN, text);
    }

    /** The same refusal, with what caused it for the log. */
    public Refused because(Throwable cause) {
        return new Refused(kind, text, field, cause);
    }

    public Text text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
