package org.pergola.kernel.people;

import static org.pergola.kernel.schema.Tables.EMAIL_KEY;
import static org.pergola.kernel.schema.Tables.USER;
import static org.pergola.kernel.schema.Tables.USERNAME_KEY;
import static org.pergola.kernel.schema.Tables.USER_ID;
import static org.pergola.kernel.schema.Tables.WORD;
import static org.pergola.kernel.schema.Tables.WORD_TEXT;
import static org.pergola.kernel.schema.Tables.WORD_USER;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.data.Violations;
import org.pergola.api.error.Refused;
import org.pergola.api.event.Events;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.people.PersonRef;
import org.pergola.api.people.UserActivated;
import org.pergola.api.people.UserChanged;
import org.pergola.api.people.UserCreated;
import org.pergola.api.people.UserDeactivated;
import org.pergola.api.people.UserMoved;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.Decision;
import org.pergola.kernel.access.Standings;
import org.pergola.kernel.password.Credentials;
import org.pergola.kernel.schema.Folded;

/** The accounts of people. */
@Component
public final class Accounts implements People {

    private static final String SEE = "kernel.user.see";
    private static final String MANAGE = "kernel.user.manage";

    private final Database database;
    private final Decision access;
    private final Actors actors;
    private final Standings standings;
    private final Clock clock;
    private final Audit audit;
    private final Events events;
    private final Passwords passwords;

    @Activate
    public Accounts(@Reference Database database, @Reference Decision access, @Reference Actors actors,
            @Reference Standings standings, @Reference Clock clock, @Reference Audit audit,
            @Reference Events events, @Reference Passwords passwords) {
        this.database = database;
        this.access = access;
        this.actors = actors;
        this.standings = standings;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.passwords = passwords;
    }

    @Override
    public Map<UUID, PersonRef> refs(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.read(tx -> lists(tx).refs(ids));
    }

    @Override
    public Optional<Person> find(UUID id) {
        return seen(USER_ID.eq(id));
    }

    @Override
    public Optional<Person> findByUsername(String username) {
        return seen(USERNAME_KEY.eq(Folded.of(username)));
    }

    private Optional<Person> seen(Condition which) {
        Condition own = actors.current().person().map(USER_ID::eq).orElse(org.jooq.impl.DSL.falseCondition());
        return database.read(tx -> lists(tx).one(which.and(own.or(access.visible(SEE, USER_ID)))));
    }

    @Override
    public Page<Person> list(ListRequest request) {
        access.requireAnywhere(SEE);
        return database.read(tx -> lists(tx).page(request, access.visible(SEE, USER_ID)));
    }

    @Override
    public long count(ListRequest request) {
        access.requireAnywhere(SEE);
        return database.read(tx -> lists(tx).count(request, access.visible(SEE, USER_ID)));
    }

    private PeopleLists lists(Tx tx) {
        return new PeopleLists(tx.sql(), clock.now());
    }

    @Override
    public Person create(NewPerson wished) {
        Optional<UUID> unit = present(wished.orgUnitId());
        access.require(MANAGE, unit.map(Target::unit).orElse(Target.everywhere()));
        String username = PersonRules.username(wished.username());
        String email = PersonRules.email(wished.email());
        String first = PersonRules.name("firstName", wished.firstName());
        String last = PersonRules.name("lastName", wished.lastName());
        Optional<String> hash = present(wished.password())
                .map(password -> passwords.hash(password, List.of(username, email, first, last)));
        return orTaken(() -> database.write(tx -> {
            Instant now = clock.now();
            User user = new User(Ids.next(), now);
            user.callItself(username, email);
            user.named(first, last);
            free(tx, user.id(), username, email);
            tx.em().persist(user);
            tx.em().flush();
            index(tx, user);
            hash.ifPresent(secret -> Credentials.put(tx.sql(), user.id(), secret, now));
            unit.ifPresent(id -> join(tx, user, id, now));
            audit.record(Audit.Entry.of("kernel.user.created", user.subject()));
            events.publish(new UserCreated(user.id()));
            standings.forgetAfterCommit();
            return user.person(unit);
        }));
    }

    @Override
    public Person change(UUID id, PersonChange change, Optional<Long> ifVersion) {
        access.require(MANAGE, Target.person(id));
        change.orgUnitId().ifPresent(unit -> access.require(MANAGE, Target.unit(unit)));
        return orTaken(() -> database.write(tx -> {
            User user = User.get(tx, id);
            if (ifVersion.isPresent() && ifVersion.get() != user.version()) {
                throw new Refused(Refused.Kind.MOVED_ON, Text.of("kernel.user.moved-on", user.name()));
            }
            Instant now = clock.now();
            Map<String, Audit.Change> changes = new LinkedHashMap<>();
            rename(tx, user, change, changes);
            change.status().ifPresent(status -> become(tx, user, status, now, changes));
            change.orgUnitId().ifPresent(unit -> join(tx, user, unit, now));
            if (!changes.isEmpty()) {
                index(tx, user);
                audit.record(Audit.Entry.of("kernel.user.changed", user.subject()).with(changes));
                events.publish(new UserChanged(id));
            }
            tx.em().flush();
            standings.forgetAfterCommit();
            return user.person(new Membership(tx.sql()).unit(id, now));
        }));
    }

    private void rename(Tx tx, User user, PersonChange change, Map<String, Audit.Change> changes) {
        String username = change.username().map(PersonRules::username).orElse(user.username());
        String email = change.email().map(PersonRules::email).orElse(user.email());
        String first = change.firstName().map(name -> PersonRules.name("firstName", name)).orElse(user.firstName());
        String last = change.lastName().map(name -> PersonRules.name("lastName", name)).orElse(user.lastName());
        note(changes, "username", user.username(), username);
        note(changes, "email", user.email(), email);
        note(changes, "firstName", user.firstName(), first);
        note(changes, "lastName", user.lastName(), last);
        if (changes.containsKey("username") || changes.containsKey("email")) {
            passwords.guard(user);
            free(tx, user.id(), username, email);
        }
        user.callItself(username, email);
        user.named(first, last);
    }

    private void become(Tx tx, User user, Person.Status status, Instant now, Map<String, Audit.Change> changes) {
        if (status == user.status()) {
            return;
        }
        passwords.guard(user);
        note(changes, "status", user.status().name(), status.name());
        if (status != Person.Status.ACTIVE) {
            new Administrators(tx.sql(), now).remainWithoutUser(user.id());
        }
        if (user.becomes(status)) {
            events.publish(new UserDeactivated(user.id()));
        } else if (status == Person.Status.ACTIVE) {
            events.publish(new UserActivated(user.id()));
        }
    }

    @Override
    public void deactivate(UUID id) {
        change(id, new PersonChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(Person.Status.DEACTIVATED), Optional.empty()), Optional.empty());
    }

    @Override
    public void setPassword(UUID id, String password) {
        access.require(MANAGE, Target.person(id));
        passwords.put(id, password, "kernel.user.password-set");
    }

    @Override
    public void changeOwnPassword(String old, String wished) {
        passwords.changeOwn(old, wished);
    }

    private void join(Tx tx, User user, UUID unit, Instant now) {
        Units.require(tx.sql(), unit);
        if (new Membership(tx.sql()).move(user.id(), unit, now)) {
            audit.record(Audit.Entry.of("kernel.user.moved", user.subject()).with(Map.of("orgUnit",
                    new Audit.Change(Optional.empty(), Optional.of(Units.name(tx.sql(), unit))))));
            events.publish(new UserMoved(user.id(), List.of(unit)));
        }
    }

    private static void free(Tx tx, UUID self, String username, String email) {
        if (tx.sql().fetchExists(tx.sql().selectOne().from(USER).where(USERNAME_KEY.eq(Folded.of(username)))
                .and(USER_ID.ne(self)))) {
            throw new Refused(Refused.Kind.CONFLICT, Text.of("kernel.user.username.taken", username), "username");
        }
        if (tx.sql().fetchExists(tx.sql().selectOne().from(USER).where(EMAIL_KEY.eq(Folded.of(email)))
                .and(USER_ID.ne(self)))) {
            throw new Refused(Refused.Kind.CONFLICT, Text.of("kernel.user.email.taken", email), "email");
        }
    }

    private interface Writing {
        Person write();
    }

    /** Two who take the same name at the same moment both find it free; the second is told by the database. */
    private static Person orTaken(Writing writing) {
        try {
            return writing.write();
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException e) {
            if (Violations.duplicate(e)) {
                throw Refused.conflict(Text.of("kernel.user.taken")).because(e);
            }
            throw e;
        }
    }

    private static void index(Tx tx, User user) {
        tx.sql().deleteFrom(WORD).where(WORD_USER.eq(user.id())).execute();
        user.words().forEach(word -> tx.sql().insertInto(WORD, WORD_TEXT, WORD_USER).values(word, user.id()).execute());
    }

    private static void note(Map<String, Audit.Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.put(field, new Audit.Change(Optional.of(before), Optional.of(after)));
        }
    }

    private static <T> Optional<T> present(Optional<T> given) {
        return given == null ? Optional.empty() : given;
    }
}
