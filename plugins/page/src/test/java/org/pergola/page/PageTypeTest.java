package org.pergola.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Ids;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Evidence;
import org.pergola.persistence.TestDatabase;

class PageTypeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    static Path folder;

    private static TestDatabase server;
    private static Pages pages;
    private static final List<String> REQUIRED = new ArrayList<>();
    private static final List<Object> AUDITED = new ArrayList<>();

    private final UUID activity = Ids.next();

    @BeforeAll
    static void open() {
        server = TestDatabase.derby(folder).scripts("page", List.of(PageTypeTest.class.getResource("/db/V1__page.sql")));
        Clock clock = new Clock() {
            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("UTC");
            }
        };
        Actors actors = new Actors() {
            @Override
            public Actor current() {
                return new Actor.Person(new UUID(1, 1));
            }

            @Override
            public UUID person() {
                return new UUID(1, 1);
            }
        };
        pages = new Pages(server.of(PageTypeTest.class.getClassLoader()), clock, recording(Access.class, REQUIRED),
                actors, recording(Audit.class, AUDITED));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @Test
    void saving_makes_the_next_version_and_keeps_the_one_before() {
        pages.write(activity, "Hands", "Wash them.");
        pages.write(activity, "Hands", "Wash them for twenty seconds.");

        assertEquals(2, pages.currentVersion(activity));
        assertEquals("Wash them.", pages.find(activity, 1).orElseThrow().markdown());
        assertTrue(REQUIRED.contains(Pages.WRITE));
        assertFalse(AUDITED.isEmpty());
    }

    @Test
    void the_same_text_makes_no_version() {
        pages.write(activity, "Hands", "Wash them.");

        assertEquals(1, pages.write(activity, "Hands", "Wash them.").version());
    }

    @Test
    void a_page_that_nobody_has_written_has_no_version_to_begin() {
        assertEquals(0, new PageType(pages).currentVersion(activity));
    }

    @Test
    void the_first_evidence_of_reading_is_the_date() {
        Evidence opened = evidence(NOW, Evidence.Completion.INCOMPLETE);
        Evidence read = evidence(NOW.plusSeconds(60), Evidence.Completion.COMPLETED);
        Evidence again = evidence(NOW.plusSeconds(600), Evidence.Completion.COMPLETED);

        ActivityResult result = new PageType(pages).judge(List.of(opened, read, again));

        assertTrue(result.done());
        assertEquals(Optional.of(NOW.plusSeconds(60)), result.completedAt());
        assertEquals(1.0, result.progress());
    }

    private static Evidence evidence(Instant happened, Evidence.Completion completion) {
        return new Evidence(Ids.next(), happened, completion, Evidence.Success.UNKNOWN, OptionalDouble.empty(),
                OptionalDouble.empty(), Optional.empty());
    }

    /** Writes down the first argument of each call. */
    @SuppressWarnings("unchecked")
    private static <T> T recording(Class<T> type, List<? super String> calls) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            calls.add(String.valueOf(arguments[0]));
            return null;
        });
    }
}
