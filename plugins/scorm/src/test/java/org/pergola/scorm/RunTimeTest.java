package org.pergola.scorm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.data.Database;
import org.pergola.api.error.Refused;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.persistence.TestDatabase;

/** Sessions and commits on a real database, with everything around it played. */
class RunTimeTest {

    private static final String MANIFEST = """
            <manifest xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations><organization><title>Two parts</title>
                <item identifier="a" identifierref="r"><title>A</title></item>
                <item identifier="b" identifierref="s"><title>B</title></item>
              </organization></organizations>
              <resources><resource identifier="r" adlcp:scormtype="sco" href="a.html"/>
                <resource identifier="s" adlcp:scormtype="asset" href="b.html"/></resources>
            </manifest>""";

    @TempDir
    private static Path folder;
    private static TestDatabase database;
    private static Database db;

    private final Instant now = Instant.parse("2026-03-14T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    };
    private final List<Evidence> reported = new ArrayList<>();
    private final UUID activity = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private Attempt attempt;
    private Packages packages;
    private RunTime runTime;

    @BeforeAll
    static void create() {
        database = TestDatabase.derby(folder).scripts("scorm",
                List.of(RunTimeTest.class.getResource("/db/V1__packages_and_parts.sql")));
        db = database.of(RunTimeTest.class.getClassLoader(), ScormPackage.class.getName(),
                ScormAttempt.class.getName(), ScormPart.class.getName());
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void adopt() {
        FileSet files = TestFiles.manifest(MANIFEST, "a.html", "b.html");
        packages = new Packages(db, fileSets(files), clock);
        assertEquals(1, packages.adopt(activity, files).number());
        attempt = new Attempt(UUID.randomUUID(), UUID.randomUUID(), learner, UUID.randomUUID(), activity, "scorm", 1, 1,
                now, Optional.empty());
        runTime = new RunTime(db, attempts(), packages, people(), clock);
    }

    @Test
    void a_commit_is_kept_and_the_next_session_resumes_where_the_learner_left() {
        RunTime.Opened first = runTime.open(attempt.id(), "a");
        assertEquals("ab-initio", first.cmi().path("core").path("entry").asText());
        commit("a", first.session(), 1, false, "'lesson_location':'page 3','exit':'suspend','session_time':'00:01:00'");
        RunTime.Opened second = runTime.open(attempt.id(), "a");
        assertEquals("resume", second.cmi().path("core").path("entry").asText());
        assertEquals("page 3", second.cmi().path("core").path("lesson_location").asText());
        assertEquals("0000:01:00.00", second.cmi().path("core").path("total_time").asText());
        assertEquals("Osei, Amara", second.cmi().path("core").path("student_name").asText());
    }

    @Test
    void a_commit_that_arrives_late_or_twice_changes_nothing() {
        int session = runTime.open(attempt.id(), "a").session();
        commit("a", session, 2, false, "'lesson_location':'page 9'");
        commit("a", session, 1, false, "'lesson_location':'page 1'");
        commit("a", session, 2, false, "'lesson_location':'page 2'");
        assertEquals("page 9",
                runTime.open(attempt.id(), "a").cmi().path("core").path("lesson_location").asText());
    }

    @Test
    void a_window_that_was_overtaken_by_another_is_told() {
        int older = runTime.open(attempt.id(), "a").session();
        runTime.open(attempt.id(), "a");
        assertEquals(Refused.Kind.CONFLICT,
                assertThrows(Refused.class, () -> commit("a", older, 1, false, "")).kind());
    }

    @Test
    void the_activity_is_complete_when_each_part_is() {
        runTime.open(attempt.id(), "b");
        int session = runTime.open(attempt.id(), "a").session();
        assertEquals(Completion.INCOMPLETE, last().completion());
        assertEquals(OptionalDouble.of(0.5), last().progress());
        commit("a", session, 1, true, "'lesson_status':'passed','score':{'raw':'85'}");
        assertEquals(Completion.COMPLETED, last().completion());
        assertEquals(OptionalDouble.of(0.85), last().score());
    }

    @Test
    void only_what_is_new_is_reported() {
        int session = runTime.open(attempt.id(), "a").session();
        int before = reported.size();
        commit("a", session, 1, false, "'lesson_status':'incomplete','lesson_location':'1'");
        commit("a", session, 2, false, "'lesson_status':'incomplete','lesson_location':'2'");
        assertEquals(before, reported.size());
    }

    @Test
    void a_new_package_is_the_next_version_and_an_attempt_keeps_its_own() {
        FileSet next = TestFiles.manifest(MANIFEST.replace("Two parts", "Two better parts"), "a.html", "b.html");
        assertEquals(2, packages.adopt(activity, next).number());
        assertEquals("Two parts", runTime.sheet(attempt.id()).content().title());
        assertEquals(2, packages.newest(activity).orElseThrow().number());
    }

    @Test
    void a_part_that_the_package_does_not_have_is_missing() {
        assertEquals(Refused.Kind.MISSING,
                assertThrows(Refused.class, () -> runTime.open(attempt.id(), "nowhere")).kind());
    }

    private Evidence last() {
        return reported.get(reported.size() - 1);
    }

    private void commit(String item, int session, int sequence, boolean finished, String core) {
        String json = ("{'item':'" + item + "','session':" + session + ",'sequence':" + sequence + ",'finished':"
                + finished + ",'cmi':{'core':{" + core + "}}}").replace('\'', '"');
        runTime.commit(attempt.id(), Commit.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static FileSets fileSets(FileSet files) {
        return played(FileSets.class, (method, args) -> method.equals("find") ? Optional.of(files) : null);
    }

    private Attempts attempts() {
        return played(Attempts.class, (method, args) -> {
            if (method.equals("report")) {
                reported.add((Evidence) args[1]);
            }
            return method.equals("find") ? Optional.of(attempt) : null;
        });
    }

    private People people() {
        return played(People.class, (method, args) -> Optional.of(new Person(learner, "amara", "amara@example.org",
                "Amara", "Osei", Person.Status.ACTIVE, Optional.empty(), Optional.empty(), now, 1)));
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }

    private static <T> T played(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, args) -> answer.to(method.getName(), args)));
    }
}
