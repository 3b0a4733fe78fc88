package org.pergola.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.actor.Actor;
import org.pergola.api.data.Column;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.learning.api.EnrolmentCompleted;
import org.pergola.learning.api.Enrolments.Source;
import org.pergola.learning.api.Evidence;

/** The rules of the domain that learning keeps, by their numbers. */
class LearningRulesTest {

    private static final String EVIDENCE = "learning_evidence";
    private static final Field<UUID> EVIDENCE_ENROLMENT = Column.uuid(EVIDENCE, "enrolment_id");

    @TempDir
    static Path folder;

    private static Fixture learning;

    private final UUID ann = Ids.next();
    private UUID course;
    private UUID first;
    private UUID second;

    @BeforeAll
    static void open() {
        learning = new Fixture(folder);
    }

    @AfterAll
    static void close() throws Exception {
        learning.close();
    }

    @BeforeEach
    void start() {
        learning.reset();
        course = learning.course("Moving and handling");
        first = learning.activity("Watch", true);
        second = learning.activity("Session", true);
    }

    @Test
    void rule_1_the_completion_date_is_that_of_the_last_required_evidence_not_of_its_recording() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        Attempt watched = learning.attempts.begin(enrolment.id(), first);
        Attempt session = learning.attempts.begin(enrolment.id(), second);
        Instant sessionEnd = learning.now.minus(Duration.ofDays(3));
        learning.completes(watched, sessionEnd.minus(Duration.ofDays(1)));

        learning.completes(session, sessionEnd);

        Enrolment completed = learning.enrolments.find(enrolment.id()).orElseThrow();
        assertEquals(Status.COMPLETED, completed.status());
        assertEquals(Optional.of(sessionEnd), completed.completed());
        Field<Instant> recorded = Column.instant("learning_completion", "recorded");
        assertEquals(learning.now, learning.db.read(tx -> tx.sql().select(recorded)
                .from(Column.table("learning_completion"))
                .where(Column.uuid("learning_completion", "enrolment_id").eq(enrolment.id())).fetchSingle(recorded)));
        EnrolmentCompleted told = (EnrolmentCompleted) learning.events.getLast();
        assertEquals(sessionEnd, told.completed());
    }

    @Test
    void a_completion_is_final_within_its_cycle() {
        Enrolment enrolment = completed();
        Instant before = enrolment.completed().orElseThrow();
        learning.activity("A requirement that came later", true);
        learning.now = learning.now.plus(Duration.ofDays(10));

        learning.completes(learning.attempts.begin(enrolment.id(), first), learning.now);

        Enrolment after = learning.enrolments.find(enrolment.id()).orElseThrow();
        assertEquals(Status.COMPLETED, after.status());
        assertEquals(Optional.of(before), after.completed());
        assertEquals(1.0, after.progress());
    }

    @Test
    void rule_8_there_is_one_active_enrolment_for_each_person_and_run() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);

        Enrolment again = learning.enrolments.enrol(course, ann, Source.FEED);

        assertEquals(enrolment.id(), again.id());
        assertEquals(1, learning.enrolments.of(course, Optional.empty(), 10).size());
        assertEquals(List.of("MANUAL", "FEED"), sources(enrolment.id()));
    }

    @Test
    void rule_8_holds_when_several_enrol_the_same_person_at_once() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<UUID> enrol = () -> learning.enrolments.enrol(course, ann, Source.MANUAL).id();
            List<Future<UUID>> answers = pool.invokeAll(List.of(enrol, enrol, enrol, enrol));
            UUID one = answers.getFirst().get();
            for (Future<UUID> answer : answers) {
                assertEquals(one, answer.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void rule_8_older_enrolments_are_history_and_can_always_be_read() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.enrolments.withdraw(enrolment.id(), Optional.of("left the ward"));

        learning.enrolments.enrol(course, ann, Source.MANUAL);

        assertEquals(List.of(Status.ACTIVE, Status.WITHDRAWN),
                learning.enrolments.historyOf(ann, 10).stream().map(Enrolment::status).toList());
    }

    @Test
    void rule_9_enrolling_again_opens_the_next_cycle_with_clean_progress_and_keeps_the_old_one() {
        Enrolment old = completed();
        Map<UUID, ActivityResult> before = learning.enrolments.results(old.id());

        Enrolment next = learning.enrolments.enrol(course, ann, Source.MANUAL);

        assertEquals(2, next.cycle());
        assertEquals(0.0, next.progress());
        assertTrue(learning.enrolments.results(next.id()).isEmpty());
        Enrolment kept = learning.enrolments.find(old.id()).orElseThrow();
        assertEquals(1, kept.cycle());
        assertEquals(old.completed(), kept.completed());
        assertEquals(before, learning.enrolments.results(old.id()));
        assertEquals(next.id(), learning.enrolments.current(course, ann).orElseThrow().id());
        assertEquals(1, learning.attempts.begin(next.id(), first).number());
    }

    @Test
    void rule_32_facts_are_stored_in_utc_also_in_the_hour_that_a_zone_has_twice() {
        Instant firstTime = Instant.parse("2026-10-25T00:30:00.123456Z");
        Instant secondTime = firstTime.plus(Duration.ofHours(1));
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.completes(learning.attempts.begin(enrolment.id(), first), firstTime);
        learning.completes(learning.attempts.begin(enrolment.id(), second), secondTime);

        Map<UUID, ActivityResult> results = learning.enrolments.results(enrolment.id());

        assertEquals(Optional.of(firstTime), results.get(first).completedAt());
        assertEquals(Optional.of(secondTime), results.get(second).completedAt());
        assertEquals(Optional.of(secondTime), learning.enrolments.find(enrolment.id()).orElseThrow().completed());
    }

    @Test
    void rule_44_an_attempt_stays_on_the_content_version_that_it_started_on() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        Attempt begun = learning.attempts.begin(enrolment.id(), first);
        learning.contentVersions.put(first, 2);

        assertEquals(begun, learning.attempts.begin(enrolment.id(), first));
        assertEquals(1, learning.attempts.find(begun.id()).orElseThrow().contentVersion());
        assertTrue(learning.progresses.launch(enrolment.id(), Optional.of(first)).getPath().endsWith("/1"));
    }

    @Test
    void rule_44_the_next_attempt_starts_on_the_new_version() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        Attempt begun = learning.attempts.begin(enrolment.id(), first);
        learning.contentVersions.put(first, 2);
        learning.attempts.end(begun.id());

        Attempt next = learning.attempts.begin(enrolment.id(), first);

        assertEquals(2, next.number());
        assertEquals(2, next.contentVersion());
    }

    @Test
    void rule_47_evidence_carries_who_for_whom_when_it_was_true_when_recorded_and_by_which_version() {
        UUID trainer = Ids.next();
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        Attempt attempt = learning.attempts.begin(enrolment.id(), first);
        Instant happened = learning.now.minus(Duration.ofHours(5));
        learning.actor = new Actor.Person(Fixture.ADMIN, Optional.of(trainer));

        learning.completes(attempt, happened);

        var row = learning.db.read(tx -> tx.sql().select(Column.instant(EVIDENCE, "happened"),
                Column.instant(EVIDENCE, "recorded"), Column.string(EVIDENCE, "actor_kind"),
                Column.string(EVIDENCE, "actor_id"), Column.uuid(EVIDENCE, "on_behalf_of"),
                Column.string(EVIDENCE, "reported_by")).from(Column.table(EVIDENCE))
                .where(EVIDENCE_ENROLMENT.eq(enrolment.id())).fetchSingle());
        assertEquals(happened, row.value1());
        assertEquals(learning.now, row.value2());
        assertEquals("person", row.value3());
        assertEquals(Fixture.ADMIN.toString(), row.value4());
        assertEquals(trainer, row.value5());
        assertEquals("test 1.2.3", row.value6());
    }

    @Test
    void rule_47_a_correction_carries_its_reason() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);

        learning.enrolments.withdraw(enrolment.id(), Optional.of("enrolled by mistake"));

        assertEquals(Optional.of("enrolled by mistake"), learning.audited.getLast().reason());
        assertEquals("learning.enrolment.change", learning.audited.getLast().action());
    }

    @Test
    void rule_50_with_the_type_and_the_course_away_the_stored_result_can_be_read() {
        Enrolment enrolment = completed();
        learning.away.addAll(List.of("course", Fixture.TYPE));

        Progress progress = learning.progresses.of(enrolment.id());

        assertEquals("Moving and handling", progress.learnable().orElseThrow().title());
        assertEquals(2, progress.done());
        assertFalse(progress.steps().getFirst().available());
        assertEquals(Fixture.TYPE, progress.steps().getFirst().type());
    }

    @Test
    void rule_50_evidence_that_comes_while_the_course_is_away_is_judged_when_it_is_back() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        Attempt one = learning.attempts.begin(enrolment.id(), first);
        Attempt two = learning.attempts.begin(enrolment.id(), second);
        learning.completes(one, learning.now);
        learning.away.add("course");
        learning.completes(two, learning.now);
        assertEquals(Status.ACTIVE, learning.enrolments.find(enrolment.id()).orElseThrow().status());
        learning.away.clear();

        learning.actor = new Actor.Plugin(PluginId.of("learning"), "judge");
        learning.rejudging.due(10).forEach(learning.rejudging::judge);

        assertTrue(learning.rejudging.due(10).isEmpty());
        learning.as(Fixture.ADMIN);
        assertEquals(Status.COMPLETED, learning.enrolments.find(enrolment.id()).orElseThrow().status());
    }

    @Test
    void evidence_that_is_reported_twice_counts_once() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        Attempt attempt = learning.attempts.begin(enrolment.id(), first);
        Evidence evidence = Fixture.evidence(learning.now, Evidence.Completion.COMPLETED);

        learning.attempts.report(attempt.id(), evidence);
        learning.attempts.report(attempt.id(), evidence);

        int rows = learning.db.read(tx -> tx.sql().fetchCount(Column.table(EVIDENCE),
                EVIDENCE_ENROLMENT.eq(enrolment.id())));
        assertEquals(1, rows);
        assertEquals(0.5, learning.enrolments.find(enrolment.id()).orElseThrow().progress());
    }

    @Test
    void an_activity_without_content_cannot_be_begun() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.contentVersions.clear();

        Refused refused = assertThrows(Refused.class, () -> learning.attempts.begin(enrolment.id(), first));

        assertEquals(Refused.Kind.CONFLICT, refused.kind());
    }

    @Test
    void a_suspended_enrolment_cannot_be_learnt_in_and_wakes_by_enrolling_again() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.enrolments.change(enrolment.id(), Status.SUSPENDED, Optional.empty(), Optional.empty());

        assertEquals(Refused.Kind.CONFLICT, assertThrows(Refused.class,
                () -> learning.attempts.begin(enrolment.id(), first)).kind());
        assertEquals(Status.ACTIVE, learning.enrolments.enrol(course, ann, Source.MANUAL).status());
        assertEquals(1, learning.enrolments.historyOf(ann, 10).size());
    }

    @Test
    void a_learner_enrols_oneself_but_nobody_else_and_sees_nobody_else() {
        UUID ben = Ids.next();
        Enrolment bens = learning.enrolments.enrol(course, ben, Source.MANUAL);
        learning.as(ann);

        assertEquals(ann, learning.enrolments.enrol(course, ann, Source.SELF).userId());
        assertThrows(Refused.class, () -> learning.enrolments.enrol(course, ben, Source.MANUAL));
        assertThrows(Refused.class, () -> learning.enrolments.enrol(course, ben, Source.SELF));
        assertTrue(learning.enrolments.find(bens.id()).isEmpty());
        assertTrue(learning.enrolments.results(bens.id()).isEmpty());
        assertEquals(Refused.Kind.MISSING, assertThrows(Refused.class,
                () -> learning.attempts.begin(bens.id(), first)).kind());
        assertEquals(Refused.Kind.FORBIDDEN, assertThrows(Refused.class,
                () -> learning.enrolments.of(course, Optional.empty(), 10)).kind());
        assertEquals(1, learning.enrolments.mine(10).size());
    }

    @Test
    void a_change_of_a_version_that_has_passed_is_refused() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.enrolments.change(enrolment.id(), Status.SUSPENDED, Optional.empty(), Optional.empty());

        assertEquals(Refused.Kind.MOVED_ON, assertThrows(Refused.class, () -> learning.enrolments
                .change(enrolment.id(), Status.ACTIVE, Optional.empty(), Optional.of(enrolment.version()))).kind());
    }

    @Test
    void launching_goes_to_the_next_activity_that_is_not_done_and_else_to_the_first() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.completes(learning.attempts.begin(enrolment.id(), first), learning.now);
        assertTrue(learning.progresses.launch(enrolment.id(), Optional.empty()).toString().contains(second.toString()));

        learning.completes(learning.attempts.begin(enrolment.id(), second), learning.now);
        assertTrue(learning.progresses.launch(enrolment.id(), Optional.empty()).toString().contains(first.toString()));
    }

    private Enrolment completed() {
        Enrolment enrolment = learning.enrolments.enrol(course, ann, Source.MANUAL);
        learning.completes(learning.attempts.begin(enrolment.id(), first), learning.now);
        learning.completes(learning.attempts.begin(enrolment.id(), second), learning.now);
        Enrolment completed = learning.enrolments.find(enrolment.id()).orElseThrow();
        assertEquals(Status.COMPLETED, completed.status());
        assertNotEquals(Optional.empty(), completed.completed());
        return completed;
    }

    private List<String> sources(UUID enrolmentId) {
        Field<String> source = Column.string("learning_enrolment_source", "source");
        return learning.db.read(tx -> tx.sql().select(source).from(Column.table("learning_enrolment_source"))
                .where(Column.uuid("learning_enrolment_source", "enrolment_id").eq(enrolmentId))
                .orderBy(Column.uuid("learning_enrolment_source", "id")).fetch(source));
    }
}
