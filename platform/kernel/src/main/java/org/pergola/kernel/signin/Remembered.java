package org.pergola.kernel.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Right answers of the last minutes, by a digest under a key that dies with the process: so that HTTP Basic does not
 * cost an Argon2 for each request.
 */
final class Remembered {

    static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    /** @param generation of the account when it was checked; a new password or a suspension makes it another */
    record Answer(UUID userId, long generation, long until) {
    }

    private final byte[] key = new byte[32];
    private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST;
        }
    };

    Remembered() {
        new SecureRandom().nextBytes(key);
    }

    String digest(String name, String password) {
        return Digests.keyed(key, name.length() + ":" + name + password);
    }

    synchronized Optional<Answer> find(String digest) {
        Answer answer = answers.get(digest);
        if (answer != null && answer.until() - System.nanoTime() <= 0) {
            answers.remove(digest);
            return Optional.empty();
        }
        return Optional.ofNullable(answer);
    }

    synchronized void put(String digest, UUID userId, long generation) {
        answers.put(digest, new Answer(userId, generation, System.nanoTime() + KEPT.toNanos()));
    }

    synchronized void forget(String digest) {
        answers.remove(digest);
    }
}
