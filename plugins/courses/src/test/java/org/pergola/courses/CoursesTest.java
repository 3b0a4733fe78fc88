package org.pergola.courses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.LearnableRef;
import org.pergola.learning.api.LearnableRef.State;
import org.pergola.learning.api.Learnables;
import org.pergola.persistence.TestDatabase;

/** Courses, their outline and the packages in them, on a real database. */
class CoursesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    static Path folder;

    private static TestDatabase server;
    private static Courses courses;
    private static Outline outline;
    private static Packages packages;
    private static final Map<UUID, LearnableRef> PROJECTED = new HashMap<>();
    private static final List<Audit.Entry> AUDITED = new ArrayList<>();
    private static final List<UUID> DELETED_SETS = new ArrayList<>();
    private static final Map<UUID, Integer> ADOPTED = new HashMap<>();
    private static Optional<ActivityType.Recognised> recognised = Optional.empty();
    private static Optional<Refused> broken = Optional.empty();
    private static String typeId = "packages";

    @BeforeAll
    static void open() {
        server = TestDatabase.derby(folder).scripts("courses",
                List.of(CoursesTest.class.getResource("/db/V1__courses.sql")));
        Database db = server.of(CoursesTest.class.getClassLoader(), CourseEntity.class.getName(),
                SectionEntity.class.getName(), ActivityEntity.class.getName());
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
        Access access = fake(Access.class, (proxy, method, arguments) -> method.getReturnType() == boolean.class
                ? Boolean.TRUE : null);
        Audit audit = fake(Audit.class, (proxy, method, arguments) -> AUDITED.add((Audit.Entry) arguments[0]));
        ActivityType type = fake(ActivityType.class, CoursesTest::asType);
        Learnables learnables = fake(Learnables.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "project" -> PROJECTED.put(((LearnableRef) arguments[0]).id(), (LearnableRef) arguments[0]);
            case "types" -> List.of(type);
            case "type" -> arguments[0].equals("written") ? Optional.of(type) : Optional.empty();
            default -> throw new UnsupportedOperationException(method.getName());
        });
        FileSets fileSets = fake(FileSets.class, (proxy, method, arguments) -> method.getName().equals("unpack")
                ? new NoFiles(Ids.next()) : DELETED_SETS.add((UUID) arguments[0]));
        Texts texts = fake(Texts.class, (proxy, method, arguments) -> arguments[0].toString());
        courses = new Courses(db, clock, access, fake(Actors.class, (proxy, method, arguments) -> null), audit,
                learnables, fake(Enrolments.class, (proxy, method, arguments) -> Optional.empty()));
        outline = new Outline(courses, learnables, texts, clock);
        packages = new Packages(db, access, fileSets, learnables, courses, outline);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @BeforeEach
    void reset() {
        recognised = Optional.of(new ActivityType.Recognised("Golf", "How golf is played"));
        broken = Optional.empty();
        typeId = "packages";
        AUDITED.clear();
        DELETED_SETS.clear();
    }

    @Test
    void a_course_needs_a_title_and_nothing_else() {
        Course course = courses.create("  Fire safety ", State.DRAFT);

        assertEquals("Fire safety", course.title());
        assertEquals(State.DRAFT, PROJECTED.get(course.id()).state());
        assertEquals("courses.course.create", AUDITED.getLast().action());
        assertEquals(Optional.of("title"), assertThrows(Refused.class, () -> courses.create(" ", State.DRAFT)).field());
    }

    @Test
    void in_the_bin_a_course_is_retired_and_it_can_be_taken_out_again() {
        Course course = courses.create("Old", State.PUBLISHED);

        courses.bin(course.id(), Optional.empty());
        assertEquals(State.RETIRED, PROJECTED.get(course.id()).state());
        assertTrue(courses.list(Courses.Query.all("old"), 10).stream().noneMatch(row -> row.id().equals(course.id())));

        courses.restore(course.id());
        assertEquals(State.PUBLISHED, PROJECTED.get(course.id()).state());
    }

    @Test
    void a_change_of_a_version_that_has_passed_is_refused() {
        Course course = courses.create("Once", State.DRAFT);
        Courses.Change change = new Courses.Change(Optional.of("Twice"), Optional.empty(), Optional.empty(),
                Optional.empty());
        courses.change(course.id(), change, Optional.of(course.version()));

        assertEquals(Refused.Kind.MOVED_ON, assertThrows(Refused.class,
                () -> courses.change(course.id(), change, Optional.of(course.version()))).kind());
    }

    @Test
    void lists_are_by_title_and_paged_by_key() {
        for (String title : List.of("paged c", "Paged A", "paged b", "Paged D")) {
            courses.create(title, State.DRAFT);
        }
        List<Course.Row> first = courses.list(Courses.Query.all("paged"), 2);
        List<Course.Row> second = courses.list(new Courses.Query("paged", Optional.empty(), false,
                Optional.of(first.getLast().id())), 10);

        assertEquals(List.of("Paged A", "paged b"), first.stream().map(Course.Row::title).toList());
        assertEquals(List.of("paged c", "Paged D"), second.stream().map(Course.Row::title).toList());
        assertEquals(4, courses.count(Courses.Query.all("PAGED")));
    }

    @Test
    void activities_move_within_their_section_and_over_its_edge() {
        Course course = courses.create("Order", State.DRAFT);
        UUID one = outline.addSection(course.id(), "One").sections().getFirst().id();
        outline.addSection(course.id(), "Two");
        UUID a = outline.addAuthored(course.id(), Optional.of(one), "written", "A").id();
        UUID b = outline.addAuthored(course.id(), Optional.of(one), "written", "B").id();

        assertEquals(List.of("B", "A"), titles(outline.moveActivity(course.id(), b, -1)));
        Course moved = outline.moveActivity(course.id(), a, 1);

        assertEquals("Two", moved.sectionOf(a).orElseThrow().title());
        assertEquals(List.of("B", "A"), titles(moved));
        assertEquals(List.of("B"), titles(outline.removeActivity(course.id(), a)));
    }

    @Test
    void a_section_that_holds_activities_cannot_be_removed() {
        Course course = courses.create("Kept", State.DRAFT);
        UUID section = outline.addSection(course.id(), "One").sections().getFirst().id();
        outline.addAuthored(course.id(), Optional.empty(), "written", "A");

        assertEquals(Refused.Kind.CONFLICT, assertThrows(Refused.class,
                () -> outline.removeSection(course.id(), section)).kind());
    }

    @Test
    void an_imported_package_becomes_a_published_course_of_one_activity() {
        Course course = packages.importCourse("golf.zip", zip());

        assertEquals("Golf", course.title());
        assertEquals(State.PUBLISHED, course.state());
        assertEquals("How golf is played", course.summary());
        assertEquals(List.of("Golf"), titles(course));
        assertEquals(1, ADOPTED.get(course.activities().getFirst().id()));
    }

    @Test
    void a_package_without_a_title_is_called_like_its_file() {
        recognised = Optional.of(new ActivityType.Recognised("", ""));

        assertEquals("golf", packages.importCourse("golf.zip", zip()).title());
    }

    @Test
    void what_nobody_recognises_is_refused_by_name_and_leaves_nothing() {
        recognised = Optional.empty();
        long before = courses.count(Courses.Query.all(""));

        Refused refused = assertThrows(Refused.class, () -> packages.importCourse("notes.zip", zip()));

        assertEquals(Refused.Kind.INVALID, refused.kind());
        assertEquals("notes.zip", refused.text().args().getFirst());
        assertEquals(before, courses.count(Courses.Query.all("")));
        assertEquals(1, DELETED_SETS.size());
    }

    @Test
    void a_broken_package_is_refused_with_its_reason_and_leaves_nothing() {
        broken = Optional.of(Refused.invalid(Text.plain("the start file is missing")));

        Refused refused = assertThrows(Refused.class, () -> packages.importCourse("golf.zip", zip()));

        assertEquals(List.of("golf.zip", broken.get().text()), refused.text().args());
        assertEquals(1, DELETED_SETS.size());
    }

    @Test
    void a_package_is_replaced_by_its_next_version_but_never_by_another_kind() {
        Course course = packages.importCourse("golf.zip", zip());
        UUID activity = course.activities().getFirst().id();

        packages.replace(course.id(), activity, "golf2.zip", zip());
        assertEquals(2, ADOPTED.get(activity));

        typeId = "other";
        assertThrows(Refused.class, () -> packages.replace(course.id(), activity, "golf3.zip", zip()));
        assertEquals(2, ADOPTED.get(activity));
    }

    private static Object asType(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "id" -> typeId;
            case "name" -> Text.plain("Test");
            case "authored" -> Boolean.TRUE;
            case "expects" -> Optional.of(Text.plain("a test package has a manifest"));
            case "recognise" -> {
                broken.ifPresent(refused -> {
                    throw refused;
                });
                yield recognised;
            }
            case "adopt" -> ADOPTED.merge((UUID) arguments[0], 1, Integer::sum);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static List<String> titles(Course course) {
        return course.activities().stream().map(Course.Activity::title).toList();
    }

    private static InputStream zip() {
        return new ByteArrayInputStream(new byte[0]);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    Object answer = handler.invoke(proxy, method, arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    private record NoFiles(UUID id) implements FileSet {
        @Override
        public SortedMap<String, Blobs.Blob> files() {
            return new TreeMap<>();
        }

        @Override
        public Optional<InputStream> open(String path) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> read(String path, int limit) {
            return Optional.empty();
        }
    }
}
