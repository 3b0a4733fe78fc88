package org.pergola.kernel.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pergola.api.host.OperatorToken;
import org.pergola.kernel.folder.DataFolder;

/** The command line's token: a new one at each start, in {@code DIR/token}. */
@Component(immediate = true)
public final class TokenFile implements OperatorToken {

    private final byte[] token;

    @Activate
    public TokenFile() {
        this(DataFolder.ofProcess());
    }

    TokenFile(DataFolder folder) {
        String fresh = Tokens.random();
        this.token = Digests.sha256(fresh.getBytes(StandardCharsets.UTF_8));
        folder.writeSecret("token", fresh);
    }

    @Override
    public boolean matches(String given) {
        return MessageDigest.isEqual(token, Digests.sha256(given.getBytes(StandardCharsets.UTF_8)));
    }
}
