package org.pergola.kernel.signin;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SignIn;
import org.pergola.api.people.Person;
import org.pergola.kernel.KernelUnderTest;
import org.pergola.kernel.folder.DataFolder;

class SignInTest {

    private static final String PASSWORD = "quiet harbour lamp";
    private static final String HOME = "192.0.2.1";
    private static final String AWAY = "198.51.100.7";

    @TempDir
    static Path folder;
    private static KernelUnderTest kernel;
    private static LocalSignIn signIn;
    private int made;

    @BeforeAll
    static void open() {
        kernel = new KernelUnderTest(folder.resolve("db"));
        signIn = new LocalSignIn(kernel.database, kernel.access.standings, kernel.hashes, kernel.clock, kernel.actors,
                kernel.told);
    }

    @AfterAll
    static void close() throws Exception {
        kernel.close();
    }

    private Person person(String username) {
        return kernel.person(username, Optional.empty(), Optional.of(PASSWORD));
    }

    private static Refused wrong(String name, String password, String address) {
        return assertThrows(Refused.class, () -> signIn.check(name, password, address));
    }

    @Test
    void one_signs_in_by_username_or_email_in_any_case() {
        Person ben = person("ben");
        assertEquals(ben.id(), signIn.check("BEN", PASSWORD, HOME));
        assertEquals(ben.id(), signIn.check("Ben@Example.ORG", PASSWORD, HOME));
        assertTrue(kernel.system(() -> kernel.people.accounts.find(ben.id())).orElseThrow().lastSeen().isPresent());
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_sentence() {
        person("carla");
        Refused known = wrong("carla", "wrong", HOME);
        Refused unknown = wrong("nobody at all", "wrong", HOME);
        assertEquals(known.text(), unknown.text());
        assertEquals(Refused.Kind.UNAUTHENTICATED, known.kind());
        assertEquals(known.kind(), unknown.kind());
    }

    @Test
    void an_unknown_name_takes_about_as_long_as_a_known_one() {
        person("dora");
        assertTrue(median("dora") < 3 * median("dorothea") && median("dorothea") < 3 * median("dora"));
    }

    private static long median(String name) {
        return IntStream.range(0, 5).mapToLong(i -> {
            long start = System.nanoTime();
            wrong(name, "wrong", "203.0.113." + i);
            return System.nanoTime() - start;
        }).sorted().toArray()[2];
    }

    @Test
    void five_tries_are_free_then_each_wait_doubles_up_to_four_minutes() {
        person("emil");
        for (int i = 0; i < 5; i++) {
            assertEquals(Refused.Kind.UNAUTHENTICATED, wrong("emil", "wrong", HOME).kind());
        }
        Refused locked = wrong("emil", PASSWORD, HOME);
        assertEquals(Refused.Kind.TOO_MANY, locked.kind());
        assertEquals(List.of(5L), locked.text().args());
        kernel.clock.move(Duration.ofSeconds(5));
        assertEquals(Refused.Kind.UNAUTHENTICATED, wrong("emil", "wrong", HOME).kind());
        assertEquals(List.of(10L), wrong("emil", "wrong", HOME).text().args());
        kernel.clock.move(Duration.ofSeconds(10));
        signIn.check("emil", PASSWORD, HOME);
        assertEquals(Refused.Kind.UNAUTHENTICATED, wrong("emil", "wrong", HOME).kind());
        assertEquals(Duration.ofMinutes(4), Lockout.wait(40));
    }

    @Test
    void an_outsider_locks_nobody_out() {
        Person fay = person("fay");
        for (int i = 0; i < 8; i++) {
            wrong("fay", "wrong", AWAY);
        }
        assertEquals(Refused.Kind.TOO_MANY, wrong("fay", PASSWORD, AWAY).kind());
        assertEquals(fay.id(), signIn.check("fay", PASSWORD, HOME));
    }

    @Test
    void a_right_answer_is_remembered_until_the_password_changes_or_the_account_is_off() {
        Person gil = person("gil");
        assertEquals(gil.id(), signIn.checkAgain("gil", PASSWORD, HOME));
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            signIn.checkAgain("gil", PASSWORD, HOME);
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 500, "not hashed again each time");
        long generation = signIn.generation(gil.id());
        kernel.run(new Actor.Startup(), () -> kernel.people.accounts.setPassword(gil.id(), "another harbour lamp"));
        assertNotEquals(generation, signIn.generation(gil.id()));
        assertThrows(Refused.class, () -> signIn.checkAgain("gil", PASSWORD, HOME));
        signIn.checkAgain("gil", "another harbour lamp", HOME);
        kernel.run(new Actor.Startup(), () -> kernel.people.accounts.deactivate(gil.id()));
        assertFalse(signIn.mayAct(gil.id()));
        assertThrows(Refused.class, () -> signIn.checkAgain("gil", "another harbour lamp", HOME));
    }

    @Test
    void twenty_requests_at_once_with_the_right_password_are_one_try() throws Exception {
        Person hal = person("hal");
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            Callable<UUID> request = () -> signIn.checkAgain("hal", PASSWORD, HOME);
            for (Future<UUID> answer : threads.invokeAll(java.util.Collections.nCopies(20, request))) {
                assertEquals(hal.id(), answer.get());
            }
        }
    }

    @Test
    void wrong_tries_at_the_same_moment_are_counted_one_by_one() throws Exception {
        person("kim");
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            Callable<Refused.Kind> guess = () -> wrong("kim", "wrong", HOME).kind();
            long judged = 0;
            for (Future<Refused.Kind> answer : threads.invokeAll(java.util.Collections.nCopies(30, guess))) {
                judged += answer.get() == Refused.Kind.UNAUTHENTICATED ? 1 : 0;
            }
            assertEquals(5, judged);
        }
    }

    @Test
    void a_personal_token_opens_its_owners_account_while_that_is_active() {
        Person ida = person("ida");
        String token = kernel.as(ida.id(), () -> signIn.newToken("laptop"));
        assertEquals(Optional.of(ida.id()), signIn.byToken(token));
        assertEquals(Optional.empty(), signIn.byToken(token + "x"));
        assertEquals(Optional.empty(), signIn.byToken(""));
        kernel.run(new Actor.Startup(), () -> kernel.people.accounts.deactivate(ida.id()));
        assertEquals(Optional.empty(), signIn.byToken(token));
    }

    @Test
    void one_sees_ones_own_tokens_and_takes_them_back_one_by_one() {
        Person lea = person("lea");
        Person max = person("max");
        String laptop = kernel.as(lea.id(), () -> signIn.newToken("laptop"));
        String phone = kernel.as(lea.id(), () -> signIn.newToken("phone"));
        List<SignIn.Token> tokens = kernel.as(lea.id(), signIn::tokens);
        assertEquals(Set.of("laptop", "phone"), tokens.stream().map(SignIn.Token::label).collect(toSet()));
        UUID id = tokens.stream().filter(token -> token.label().equals("laptop")).findFirst().orElseThrow().id();
        assertEquals(List.of(), kernel.as(max.id(), signIn::tokens));
        assertEquals(Refused.Kind.MISSING, assertThrows(Refused.class,
                () -> kernel.run(new Actor.Person(max.id()), () -> signIn.revokeToken(id))).kind());
        assertEquals(Optional.of(lea.id()), signIn.byToken(laptop), "another's wish changes nothing");
        kernel.run(new Actor.Person(lea.id()), () -> signIn.revokeToken(id));
        assertEquals(Optional.empty(), signIn.byToken(laptop));
        assertEquals(Optional.of(lea.id()), signIn.byToken(phone));
    }

    @Test
    void ones_own_password_changes_only_with_the_old_one() {
        Person jim = person("jim");
        Actor self = new Actor.Person(jim.id());
        assertEquals(Optional.of("old"), assertThrows(Refused.class, () -> kernel.run(self,
                () -> kernel.people.accounts.changeOwnPassword("wrong", "a new harbour lamp"))).field());
        kernel.run(self, () -> kernel.people.accounts.changeOwnPassword(PASSWORD, "a new harbour lamp"));
        assertEquals(jim.id(), signIn.check("jim", "a new harbour lamp", HOME));
    }

    @Test
    void the_operators_token_is_readable_by_its_owner_alone() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data" + made++));
        TokenFile token = new TokenFile(data);
        String written = Files.readString(data.file("token"));
        assertTrue(token.matches(written));
        assertFalse(token.matches(written + "x"));
        assertFalse(token.matches(""));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.file("token"))));
    }
}
