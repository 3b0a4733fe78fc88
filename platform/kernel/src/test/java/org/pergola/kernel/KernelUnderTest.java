package org.pergola.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.pergola.api.actor.Actor;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.event.Event;
import org.pergola.api.event.Events;
import org.pergola.api.host.Guard;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.kernel.access.AccessUnderTest;
import org.pergola.kernel.actor.ThreadActors;
import org.pergola.kernel.password.PasswordHash;
import org.pergola.kernel.password.PasswordPolicy;
import org.pergola.kernel.people.PeopleUnderTest;
import org.pergola.persistence.TestDatabase;

/** People and access on a real database, with a clock that can be moved; no container. */
public final class KernelUnderTest implements AutoCloseable {

    /** Stands still until it is moved. */
    public static final class MovedClock implements Clock {

        private Instant now = Instant.parse("2027-03-01T09:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/London");
        }

        public void move(Duration by) {
            now = now.plus(by);
        }
    }

    /** Keeps what was told. */
    public static final class Told implements Events, Audit {

        public final List<Event> events = new ArrayList<>();
        public final List<Entry> entries = new ArrayList<>();

        @Override
        public void publish(Event event) {
            events.add(event);
        }

        @Override
        public void publish(Event event, Instant occurred) {
            events.add(event);
        }

        @Override
        public void record(Entry entry) {
            entries.add(entry);
        }

        @Override
        public List<Row> list(Query query) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public Verification verify() {
            throw new UnsupportedOperationException("not asked here");
        }
    }

    private static final class OpenGuard implements Guard {

        @Override
        public <T> T call(PluginId plugin, String activity, Callable<T> work) throws Exception {
            return work.call();
        }

        @Override
        public <S, T> Optional<T> with(ServiceReference<S> reference, String activity, Function<S, T> work) {
            return Optional.empty();
        }

        @Override
        public Optional<PluginId> owner(Bundle bundle) {
            return Optional.empty();
        }
    }

    private static final class Keys implements Texts {

        @Override
        public String words(Text text, Locale locale) {
            return words(text);
        }

        @Override
        public String words(Text text) {
            return text.isPlain() ? text.args().get(0).toString() : text.key();
        }
    }

    public final MovedClock clock = new MovedClock();
    public final Told told = new Told();
    public final ThreadActors actors = new ThreadActors();
    public final PasswordHash hashes = new PasswordHash();
    public final Database database;
    public final AccessUnderTest access;
    public final PeopleUnderTest people;
    private final TestDatabase store;
    private int made;

    /** On Derby, or on a PostgreSQL of its own where the environment says PERGOLA_TEST_DATABASE=postgres. */
    public KernelUnderTest(Path folder) {
        this("postgres".equals(System.getenv("PERGOLA_TEST_DATABASE")) ? TestDatabase.postgres()
                : TestDatabase.derby(folder));
    }

    public KernelUnderTest(TestDatabase store) {
        this.store = store.scripts("kernel", scripts());
        this.database = store.of(KernelUnderTest.class.getClassLoader(), "org.pergola.kernel.people.User",
                "org.pergola.kernel.people.OrgUnitRow", "org.pergola.kernel.people.RoleRow");
        Texts texts = new Keys();
        this.access = new AccessUnderTest(actors, database, clock, new OpenGuard());
        this.people = new PeopleUnderTest(database, access, actors, clock, told, hashes, new PasswordPolicy(), texts);
    }

    private static List<URL> scripts() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db"))) {
            return files.filter(file -> file.getFileName().toString().matches("V[1-9]__.*\\.sql")).sorted()
                    .map(KernelUnderTest::url).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the platform itself. */
    public <T> T system(Supplier<T> work) {
        return as(new Actor.Startup(), work);
    }

    public <T> T as(UUID person, Supplier<T> work) {
        return as(new Actor.Person(person), work);
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        try (var bound = actors.bind(actor)) {
            return work.get();
        }
    }

    public void run(Actor actor, Runnable work) {
        actors.run(actor, work);
    }

    /** A person with a name of its own. */
    public Person person(Optional<UUID> unit) {
        made++;
        return person("person" + made, unit, Optional.empty());
    }

    public Person person(String username, Optional<UUID> unit, Optional<String> password) {
        return system(() -> people.accounts.create(new People.NewPerson(username, username + "@example.org",
                "Pat", "Number" + username, password, unit)));
    }

    public UUID unit(String name, Optional<UUID> parent) {
        return system(() -> people.units.create(name, parent).id());
    }

    public UUID role(String name, String... permissions) {
        return system(() -> people.roles.create(name, Set.of(permissions)).id());
    }

    public void grantIn(UUID unit, UUID person, UUID role) {
        system(() -> people.roles.grant(person, role, "unit", Optional.of(unit), Optional.empty()));
    }

    public void grantEverywhere(UUID person, UUID role) {
        system(() -> people.roles.grant(person, role, "everywhere", Optional.empty(), Optional.empty()));
    }

    @Override
    public void close() throws Exception {
        store.close();
    }
}
