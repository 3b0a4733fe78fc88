package org.pergola.scorm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    void a_commit_with_a_value_that_scorm_does_not_know_is_refused() {
        Commit odd = commit("{'item':'a','session':1,'sequence':1,'cmi':{'core':{'lesson_status':'great'}}}");
        assertEquals("cmi.core.lesson_status",
                assertThrows(Refused.class, () -> odd.check(Edition.SCORM_12)).field().orElseThrow());
        Commit high = commit("{'item':'a','session':1,'sequence':1,'cmi':{'score':{'scaled':'1.5'}}}");
        assertEquals(Refused.Kind.INVALID,
                assertThrows(Refused.class, () -> high.check(Edition.SCORM_2004)).kind());
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
