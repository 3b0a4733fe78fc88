package org.pergola.api.host;

import org.osgi.annotation.versioning.ProviderType;

/** The secret of the command line, in a file that only the owner of the process can read. @since 0.1 */
@ProviderType
public interface OperatorToken {

    /** Whether this is the token; takes the same time for every wrong one. */
    boolean matches(String token);
}
