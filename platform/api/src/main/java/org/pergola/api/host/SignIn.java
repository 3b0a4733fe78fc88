package org.pergola.api.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Local accounts: Argon2id, lock-out by account and address with growing delay. Used by the login page and HTTP Basic.
 *
 * @since 0.1
 */
@ProviderType
public interface SignIn {

    /**
     * Checks name and password. An unknown name costs as long as a known one.
     *
     * @param name    e-mail or username
     * @param address where it comes from, for the lock-out
     * @return the person
     * @throws org.pergola.api.error.Refused unauthenticated with one sentence for all wrong answers, or too many
     *                                       (with the seconds to wait as the text's only argument)
     */
    UUID check(String name, String password, String address);

    /** As {@link #check}, remembering a right answer for minutes as a keyed digest; for HTTP Basic. */
    UUID checkAgain(String name, String password, String address);

    /** The person of a personal access token. */
    Optional<UUID> byToken(String token);

    /** A new personal access token of the acting person, shown once. */
    String newToken(String label);

    /** A personal access token, without its secret, which nobody can be shown again. */
    record Token(UUID id, String label, Instant created) {
    }

    /** The personal access tokens of the acting person, newest first. */
    List<Token> tokens();

    /**
     * Takes a token of the acting person back: from now on it opens nothing.
     *
     * @throws org.pergola.api.error.Refused (missing) where the person has no such token
     */
    void revokeToken(UUID id);

    /** Whether the account may (still) act: active. Asked at each request; cheap. */
    boolean mayAct(UUID userId);

    /** Changes when the sessions of an account are to end: after a password change or deactivation. Cheap. */
    long generation(UUID userId);
}
