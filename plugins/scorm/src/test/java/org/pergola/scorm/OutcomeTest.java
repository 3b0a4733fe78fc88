package org.pergola.scorm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pergola.api.error.Refused;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.learning.api.Evidence.Success;

class OutcomeTest {

    private static Item item(OptionalDouble mastery, OptionalDouble passing, OptionalDouble threshold) {
        return new Item("a", "A", Optional.of("a.html"), "", true, true, mastery, passing, threshold, "", "", "",
                List.of(), List.of());
    }

    private static final Item PLAIN = item(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    private static JsonNode json(String words) {
        try {
            return JsonMapper.builder().build().readTree(words.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(words, broken);
        }
    }

    private static Outcome old(Item item, String core, boolean finished) {
        return Outcome.of(Edition.SCORM_12, item, json("{'core':" + core + "}"), finished);
    }

    @Test
    void a_scorm_1_2_part_that_sets_no_status_is_complete_when_it_finishes() {
        assertEquals(Completion.INCOMPLETE, old(PLAIN, "{'lesson_status':'not attempted'}", false).completion());
        assertEquals(Completion.COMPLETED, old(PLAIN, "{'lesson_status':'not attempted'}", true).completion());
        assertEquals(Completion.COMPLETED, old(PLAIN, "{}", true).completion());
        assertEquals(Completion.INCOMPLETE, old(PLAIN, "{'lesson_status':'incomplete'}", true).completion());
    }

    @Test
    void the_mastery_score_decides_when_the_part_finishes() {
        Item mastery = item(OptionalDouble.of(80), OptionalDouble.empty(), OptionalDouble.empty());
        Outcome below = old(mastery, "{'lesson_status':'completed','score':{'raw':'79'}}", true);
        assertEquals(Success.FAILED, below.success());
        assertEquals(Completion.INCOMPLETE, below.completion());
        Outcome reached = old(mastery, "{'lesson_status':'incomplete','score':{'raw':'80'}}", true);
        assertEquals(Success.PASSED, reached.success());
        assertEquals(Completion.COMPLETED, reached.completion());
        assertEquals(OptionalDouble.of(0.8), reached.score());
    }

    @Test
    void a_raw_score_is_a_share_of_its_own_range() {
        assertEquals(OptionalDouble.of(0.5), old(PLAIN, "{'score':{'raw':'15','min':'10','max':'20'}}", false).score());
        assertEquals(OptionalDouble.empty(), old(PLAIN, "{'score':{'raw':''}}", false).score());
    }

    @Test
    void thresholds_of_scorm_2004_decide_over_what_the_part_says() {
        Item strict = item(OptionalDouble.empty(), OptionalDouble.of(0.6), OptionalDouble.of(0.75));
        Outcome outcome = Outcome.of(Edition.SCORM_2004, strict, json("{'completion_status':'completed','success_status':"
                + "'passed','progress_measure':'0.5','score':{'scaled':'0.55'}}"), true);
        assertEquals(Completion.INCOMPLETE, outcome.completion());
        assertEquals(Success.FAILED, outcome.success());
        assertEquals(0.5, outcome.progress());
    }

    @Test
    void a_scorm_2004_part_that_ends_silently_is_complete_unless_it_suspends() {
        assertEquals(Completion.COMPLETED, Outcome.of(Edition.SCORM_2004, PLAIN, json("{'exit':''}"), true).completion());
        assertEquals(Completion.INCOMPLETE,
                Outcome.of(Edition.SCORM_2004, PLAIN, json("{'exit':'suspend'}"), true).completion());
    }

    @Test
    void what_was_done_stays_done_and_the_better_score_stays() {
        Outcome passed = new Outcome(Completion.COMPLETED, Success.PASSED, OptionalDouble.of(0.9), 1);
        Outcome worse = new Outcome(Completion.INCOMPLETE, Success.FAILED, OptionalDouble.of(0.2), 0.1);
        assertEquals(passed, worse.after(passed));
    }

    @Test
    void parts_roll_up_to_their_activity() {
        Outcome passed = new Outcome(Completion.COMPLETED, Success.PASSED, OptionalDouble.of(1), 1);
        Outcome read = Outcome.OPENED;
        assertEquals(new Outcome(Completion.UNKNOWN, Success.UNKNOWN, OptionalDouble.empty(), 0),
                RollUp.of(List.of(Outcome.NONE, Outcome.NONE)));
        assertEquals(new Outcome(Completion.INCOMPLETE, Success.UNKNOWN, OptionalDouble.of(1), 0.5),
                RollUp.of(List.of(passed, Outcome.NONE)));
        assertEquals(new Outcome(Completion.COMPLETED, Success.PASSED, OptionalDouble.of(1), 1),
                RollUp.of(List.of(passed, read)));
    }

    @Test
    void parameters_are_joined_to_the_start_file() {
        assertEquals("a.html?x=1", Item.join("a.html", "?x=1"));
        assertEquals("a.html?y=2&x=1", Item.join("a.html?y=2", "&x=1"));
        assertEquals("a.html?x=1#top", Item.join("a.html#top", "x=1"));
        assertEquals("a.html#end", Item.join("a.html", "#end"));
        assertEquals("a.html#top", Item.join("a.html#top", "#end"));
        assertEquals("a.html", Item.join("a.html", " "));
    }

    @Test
    void lengths_of_time_are_read_and_written_in_both_forms() {
        assertEquals(OptionalDouble.of(3_723.5), Duration.seconds("0001:02:03.5"));
        assertEquals(OptionalDouble.of(3_723.5), Duration.seconds("PT1H2M3.5S"));
        assertEquals(OptionalDouble.empty(), Duration.seconds("1:2:3"));
        assertEquals(OptionalDouble.empty(), Duration.seconds("P"));
        assertEquals("0001:02:03.50", Duration.write(Edition.SCORM_12, 3_723.5));
        assertEquals("PT1H2M3.50S", Duration.write(Edition.SCORM_2004, 3_723.5));
    }

    @Test
    void lengths_of_time_that_packages_write_and_the_run_time_takes_are_read() {
        assertEquals(OptionalDouble.of(5), Duration.seconds("0:00:05"));
        assertEquals(OptionalDouble.of(36_000_000), Duration.seconds("10000:00:00"));
        assertEquals(OptionalDouble.of(604_800), Duration.seconds("P1W"));
        assertEquals(OptionalDouble.of(5_400), Duration.seconds("PT1.5H"));
        assertTrue(Duration.seconds("P" + "9".repeat(400) + "Y").isEmpty());
    }

    @Test
    void a_raw_score_of_scorm_2004_is_a_share_of_its_own_range_and_the_scaled_one_goes_first() {
        assertEquals(OptionalDouble.of(0.25), Outcome.of(Edition.SCORM_2004, PLAIN,
                json("{'score':{'scaled':'','raw':'50','min':'0','max':'200'}}"), false).score());
        assertEquals(OptionalDouble.of(0.9), Outcome.of(Edition.SCORM_2004, PLAIN,
                json("{'score':{'scaled':'0.9','raw':'50'}}"), false).score());
    }

    @Test
    void with_a_passing_score_and_no_score_success_stays_unknown() {
        Item strict = item(OptionalDouble.empty(), OptionalDouble.of(0.6), OptionalDouble.empty());
        assertEquals(Success.UNKNOWN, Outcome.of(Edition.SCORM_2004, strict,
                json("{'completion_status':'completed','success_status':'passed'}"), true).success());
        assertEquals(Success.PASSED, Outcome.of(Edition.SCORM_2004, strict,
                json("{'success_status':'failed','score':{'scaled':'0.6'}}"), true).success());
    }

    @Test
    void a_completion_threshold_is_reached_by_progress_alone() {
        Item most = item(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0.75));
        assertEquals(Completion.COMPLETED, Outcome.of(Edition.SCORM_2004, most,
                json("{'completion_status':'incomplete','progress_measure':'0.75'}"), false).completion());
        assertEquals(Completion.COMPLETED, Outcome.of(Edition.SCORM_2004, most,
                json("{'completion_status':'completed'}"), false).completion());
    }

    @Test
    void an_activity_is_failed_by_one_part_and_scored_by_the_mean_of_all() {
        Outcome passed = new Outcome(Completion.COMPLETED, Success.PASSED, OptionalDouble.of(1), 1);
        Outcome failed = new Outcome(Completion.COMPLETED, Success.FAILED, OptionalDouble.of(0.5), 1);
        assertEquals(new Outcome(Completion.COMPLETED, Success.FAILED, OptionalDouble.of(0.75), 1),
                RollUp.of(List.of(passed, failed)));
    }

    @Test
    void what_is_no_commit_is_malformed_and_a_large_one_too_large() {
        assertEquals(Refused.Kind.MALFORMED, assertThrows(Refused.class, () -> commit("{'item'")).kind());
        assertEquals(Refused.Kind.MALFORMED, assertThrows(Refused.class, () -> commit("[]")).kind());
        String large = "{'item':'a','cmi':{'suspend_data':'" + "x".repeat(Commit.LARGEST) + "'}}";
        assertEquals(Refused.Kind.TOO_LARGE, assertThrows(Refused.class, () -> commit(large)).kind());
    }

    private static Commit commit(String words) {
        return Commit.read(new ByteArrayInputStream(words.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
