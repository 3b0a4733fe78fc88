package org.pergola.persistence;

/** Why the platform cannot start, as a sentence for whoever runs it. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
