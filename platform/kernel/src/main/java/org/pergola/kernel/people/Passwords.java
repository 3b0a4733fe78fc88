package org.pergola.kernel.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.Decision;
import org.pergola.kernel.access.Standings;
import org.pergola.kernel.password.Credentials;
import org.pergola.kernel.password.PasswordHash;
import org.pergola.kernel.password.PasswordPolicy;

/** Changes of passwords, and who may touch how somebody signs in. A new password ends the account's sessions. */
@Component(service = Passwords.class)
public final class Passwords {

    private static final String ROLES = "kernel.role.manage";

    private final Database database;
    private final Decision access;
    private final Actors actors;
    private final Standings standings;
    private final Clock clock;
    private final Audit audit;
    private final PasswordHash hashes;
    private final PasswordPolicy policy;

    @Activate
    public Passwords(@Reference Database database, @Reference Decision access, @Reference Actors actors,
            @Reference Standings standings, @Reference Clock clock, @Reference Audit audit,
            @Reference PasswordHash hashes, @Reference PasswordPolicy policy) {
        this.database = database;
        this.access = access;
        this.actors = actors;
        this.standings = standings;
        this.clock = clock;
        this.audit = audit;
        this.hashes = hashes;
        this.policy = policy;
    }

    /** @param about names of the person, which are no password */
    String hash(String password, List<String> about) {
        return hashes.hash(policy.checked(password, about));
    }

    void changeOwn(String old, String wished) {
        UUID id = actors.person();
        Optional<String> stored = database.read(tx -> Credentials.find(tx.sql(), id));
        if (old == null || stored.isEmpty() || !hashes.matches(old, stored.get())) {
            throw Refused.invalid("old", Text.of("kernel.user.password.wrong"));
        }
        put(id, wished, "kernel.user.password-changed");
    }

    /** The hash takes its time, so it is made outside the transaction. */
    void put(UUID id, String password, String action) {
        List<String> names = database.read(tx -> {
            User user = User.get(tx, id);
            guard(user);
            return List.of(user.username(), user.email(), user.firstName(), user.lastName());
        });
        String hash = hash(password, names);
        database.run(tx -> {
            User user = User.get(tx, id);
            Credentials.put(tx.sql(), id, hash, clock.now());
            user.endSessions();
            audit.record(Audit.Entry.of(action, user.subject()));
            standings.forgetAfterCommit();
        });
    }

    /** Who can give out roles is kept from those who cannot: else whoever manages people could sign in as them. */
    void guard(User user) {
        boolean oneself = actors.current() instanceof Actor.Person person && person.userId().equals(user.id());
        if (!oneself && access.holdsEverywhere(user.id(), ROLES)) {
            access.require(ROLES, Target.everywhere());
        }
    }
}
