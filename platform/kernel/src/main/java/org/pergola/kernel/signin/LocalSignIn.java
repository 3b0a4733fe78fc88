package org.pergola.kernel.signin;

import static org.pergola.kernel.schema.Tables.EMAIL_KEY;
import static org.pergola.kernel.schema.Tables.LAST_SEEN;
import static org.pergola.kernel.schema.Tables.USER;
import static org.pergola.kernel.schema.Tables.USERNAME_KEY;
import static org.pergola.kernel.schema.Tables.USER_ID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Violations;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SignIn;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.Standings;
import org.pergola.kernel.password.Credentials;
import org.pergola.kernel.password.PasswordHash;
import org.pergola.kernel.schema.Folded;

/** Signs people in by their own accounts here. */
@Component
public final class LocalSignIn implements SignIn {

    private static final int LABEL = 200;
    private static final int TIDIED_EVERY = 200;

    private record Account(UUID id, Optional<String> hash) {
    }

    private final Database database;
    private final Standings standings;
    private final PasswordHash hashes;
    private final Clock clock;
    private final Actors actors;
    private final Audit audit;
    private final AtomicLong signedIn = new AtomicLong();
    private final Remembered remembered = new Remembered();
    private final Map<String, CompletableFuture<UUID>> underWay = new ConcurrentHashMap<>();

    @Activate
    public LocalSignIn(@Reference Database database, @Reference Standings standings, @Reference PasswordHash hashes,
            @Reference Clock clock, @Reference Actors actors, @Reference Audit audit) {
        this.database = database;
        this.standings = standings;
        this.hashes = hashes;
        this.clock = clock;
        this.actors = actors;
        this.audit = audit;
    }

    @Override
    public UUID check(String name, String password, String address) {
        String key = Lockout.key(name, address);
        Optional<Duration> wait = counted(key);
        if (wait.isPresent()) {
            throw new Refused(Refused.Kind.TOO_MANY, Text.of("kernel.signin.wait", seconds(wait.get())));
        }
        Optional<Account> account = database.read(tx -> tx.sql().select(USER_ID).from(USER)
                .where(name.contains("@") ? EMAIL_KEY.eq(Folded.of(name)) : USERNAME_KEY.eq(Folded.of(name)))
                .fetchOptional(USER_ID).map(id -> new Account(id, Credentials.find(tx.sql(), id))));
        UUID id = judged(account, password);
        Instant now = clock.now();
        database.run(tx -> {
            Lockout.clear(tx.sql(), key);
            tx.sql().update(USER).set(LAST_SEEN, now).where(USER_ID.eq(id)).execute();
        });
        if (signedIn.incrementAndGet() % TIDIED_EVERY == 0) {
            // By itself: a scan beside a row of one's own would wait for others who do the same, for ever.
            database.run(tx -> Lockout.tidy(tx.sql(), now));
        }
        return id;
    }

    private Optional<Duration> counted(String key) {
        try {
            return database.write(tx -> Lockout.count(tx.sql(), key, clock.now()));
        } catch (RuntimeException e) {
            if (!Violations.duplicate(e)) {
                throw e;
            }
            // Another request made the row at the same moment; it is there now.
            return database.write(tx -> Lockout.count(tx.sql(), key, clock.now()));
        }
    }

    /** One sentence, and one length of time, for whatever is wrong. */
    private UUID judged(Optional<Account> account, String password) {
        Optional<String> hash = account.flatMap(Account::hash);
        boolean right = false;
        if (hash.isPresent()) {
            right = hashes.matches(password, hash.get());
        } else {
            hashes.matchNobody(password);
        }
        if (!right || !standings.active(account.orElseThrow().id())) {
            throw new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("kernel.signin.wrong"));
        }
        return account.orElseThrow().id();
    }

    /** Whole seconds, rounded up, at least one. */
    private static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }

    @Override
    public UUID checkAgain(String name, String password, String address) {
        String digest = remembered.digest(Folded.of(name), password);
        Optional<Remembered.Answer> known = remembered.find(digest);
        if (known.isPresent()) {
            if (standings.active(known.get().userId())
                    && standings.generation(known.get().userId()) == known.get().generation()) {
                return known.get().userId();
            }
            remembered.forget(digest);
        }
        return once(digest, name, password, address);
    }

    /** Many requests with the same answer at the same moment are one try, not many. */
    private UUID once(String digest, String name, String password, String address) {
        String trying = digest + address;
        CompletableFuture<UUID> mine = new CompletableFuture<>();
        CompletableFuture<UUID> others = underWay.putIfAbsent(trying, mine);
        if (others != null) {
            return outcome(others);
        }
        try {
            UUID id = check(name, password, address);
            remembered.put(digest, id, standings.generation(id));
            mine.complete(id);
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(trying);
        }
        return outcome(mine);
    }

    private static UUID outcome(CompletableFuture<UUID> trying) {
        try {
            return trying.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public Optional<UUID> byToken(String token) {
        return database.read(tx -> Tokens.owner(tx.sql(), token)).filter(standings::active);
    }

    @Override
    public String newToken(String label) {
        UUID owner = actors.person();
        String named = label == null ? "" : label.strip();
        if (named.isEmpty()) {
            throw Refused.invalid("label", Text.of("kernel.field.missing"));
        }
        if (named.length() > LABEL) {
            throw Refused.invalid("label", Text.of("kernel.field.long", LABEL));
        }
        String token = Tokens.fresh();
        database.run(tx -> {
            UUID id = Tokens.store(tx.sql(), owner, named, token, clock.now());
            audit.record(Audit.Entry.of("kernel.token.created", new Audit.Subject("token", id, named)));
        });
        return token;
    }

    @Override
    public List<Token> tokens() {
        UUID owner = actors.person();
        return database.read(tx -> Tokens.of(tx.sql(), owner));
    }

    @Override
    public void revokeToken(UUID id) {
        UUID owner = actors.person();
        database.run(tx -> {
            Token token = Tokens.of(tx.sql(), owner).stream().filter(own -> own.id().equals(id)).findFirst()
                    .orElseThrow(() -> Refused.missing(Text.of("kernel.token.missing")));
            Tokens.remove(tx.sql(), id);
            audit.record(Audit.Entry.of("kernel.token.revoked", new Audit.Subject("token", id, token.label())));
        });
    }

    @Override
    public boolean mayAct(UUID userId) {
        return standings.active(userId);
    }

    @Override
    public long generation(UUID userId) {
        return standings.generation(userId);
    }
}
