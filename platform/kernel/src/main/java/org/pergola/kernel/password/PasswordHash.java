package org.pergola.kernel.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Component;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * Argon2id with the parameters that OWASP names: 19 MiB, two passes, one lane. Kept in the usual form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. At most so many are worked out at a time as there are processors,
 * so that a rush of sign-ins costs no memory that pages need.
 */
@Component(service = PasswordHash.class)
public final class PasswordHash {

    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final long PATIENCE_SECONDS = 10;
    private static final String PREFIX = "$argon2id$v=19$";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys = hash("nobody's password");

    /** A hash with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return PREFIX + "m=" + MEMORY + ",t=" + PASSES + ",p=" + LANES + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(derive(password, salt, MEMORY, PASSES, LANES, LENGTH));
    }

    /** Whether the password is the one. @throws IllegalStateException where what is stored is no such hash */
    public boolean matches(String password, String stored) {
        if (!stored.startsWith(PREFIX)) {
            throw new IllegalStateException("A stored password is not in a form that is known here");
        }
        String[] parts = stored.substring(PREFIX.length()).split("\\$");
        String[] cost = parts[0].split("[,=]");
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        byte[] expected = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(cost[1]),
                Integer.parseInt(cost[3]), Integer.parseInt(cost[5]), expected.length));
    }

    /** Takes as long as {@link #matches}, for names that nobody has. */
    public void matchNobody(String password) {
        matches(password, nobodys);
    }

    private byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(
                Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory).withIterations(passes)
                .withParallelism(lanes).withSalt(salt).build());
        byte[] out = new byte[length];
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        take();
        try {
            generator.generateBytes(bytes, out);
        } finally {
            places.release();
        }
        return out;
    }

    private void take() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.signin.busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.signin.busy")).because(e);
        }
    }
}
