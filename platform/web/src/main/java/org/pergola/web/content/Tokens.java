package org.pergola.web.content;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pergola.api.content.ContentHost.Launch;

/** The launches of tokens in use, asked of the database again every few seconds: a page loads a hundred files. */
final class Tokens {

    private static final long FRESH = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 2000;

    private final Launches launches;
    private final Map<String, Seen> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    private record Seen(Launch launch, long when) {
    }

    Tokens(Launches launches) {
        this.launches = launches;
    }

    Optional<Launch> find(String token) {
        if (!Secrets.looksRight(token)) {
            return Optional.empty();
        }
        String hash = Secrets.hash(token);
        synchronized (seen) {
            Seen known = seen.get(hash);
            if (known != null && System.nanoTime() - known.when() < FRESH) {
                return Optional.of(known.launch());
            }
        }
        Optional<Launch> found = launches.find(hash);
        synchronized (seen) {
            if (found.isPresent()) {
                seen.put(hash, new Seen(found.get(), System.nanoTime()));
            } else {
                seen.remove(hash);
            }
        }
        return found;
    }

    /** After some were withdrawn. */
    void clear() {
        synchronized (seen) {
            seen.clear();
        }
    }
}
