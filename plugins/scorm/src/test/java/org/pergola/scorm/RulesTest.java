package org.pergola.scorm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pergola.api.error.Refused;

/** What comes past the run-time of the player's page is refused by its name; what it lets through is taken. */
class RulesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', delimiter = ';', value = {
            "cmi.core.lesson_status; {'core':{'lesson_status':'great'}}",
            "cmi.core.lesson_status; {'core':{'lesson_status':{'passed':true}}}",
            "cmi.core; {'core':'passed'}",
            "cmi.core.exit; {'core':{'exit':'normal'}}",
            "cmi.core.score.raw; {'core':{'score':{'raw':'101'}}}",
            "cmi.core.score.raw; {'core':{'score':{'raw':'-1'}}}",
            "cmi.core.score.raw; {'core':{'score':{'raw':'NaN'}}}",
            "cmi.core.score.raw; {'core':{'score':{'raw':'1e2'}}}",
            "cmi.core.score.max; {'core':{'score':{'max':'many'}}}",
            "cmi.core.session_time; {'core':{'session_time':'five minutes'}}",
            "cmi.objectives.1.status; {'objectives':{'0':{'status':'passed'},'1':{'status':'great'}}}",
            "cmi.interactions.0.type; {'interactions':[{'type':'riddle'}]}"})
    void a_value_that_scorm_1_2_does_not_know_is_refused_by_its_name(String name, String cmi) {
        assertEquals(name, refused(Edition.SCORM_12, cmi));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '#', delimiter = ';', value = {
            "cmi.completion_status; {'completion_status':'passed'}",
            "cmi.success_status; {'success_status':'completed'}",
            "cmi.exit; {'exit':'later'}",
            "cmi.score.scaled; {'score':{'scaled':'1.5'}}",
            "cmi.score.scaled; {'score':{'scaled':'-1.01'}}",
            "cmi.score.raw; {'score':{'raw':'Infinity'}}",
            "cmi.progress_measure; {'progress_measure':'2'}",
            "cmi.session_time; {'session_time':'00:01:00 hours'}",
            "cmi.objectives.0.score.scaled; {'objectives':{'0':{'score':{'scaled':'7'}}}}",
            "cmi.interactions.0.type; {'interactions':{'0':{'type':'riddle'}}}",
            "cmi; 5", "cmi; []"})
    void a_value_that_scorm_2004_does_not_know_is_refused_by_its_name(String name, String cmi) {
        assertEquals(name, refused(Edition.SCORM_2004, cmi));
    }

    @Test
    void what_is_too_long_is_refused_and_what_just_fits_is_taken() {
        assertEquals("cmi.suspend_data", refused(Edition.SCORM_2004, "{'suspend_data':'" + "x".repeat(64_001) + "'}"));
        assertEquals("cmi.suspend_data", refused(Edition.SCORM_12, "{'suspend_data':'" + "x".repeat(64_001) + "'}"));
        assertEquals("cmi.core.lesson_location",
                refused(Edition.SCORM_12, "{'core':{'lesson_location':'" + "x".repeat(256) + "'}}"));
        assertEquals("cmi.location", refused(Edition.SCORM_2004, "{'location':'" + "x".repeat(1_001) + "'}"));
        taken(Edition.SCORM_2004, "{'suspend_data':'" + "x".repeat(64_000) + "','location':'" + "x".repeat(1_000) + "'}");
    }

    @Test
    void everything_that_a_part_may_leave_empty_or_out_is_taken() {
        taken(Edition.SCORM_12, "{}");
        taken(Edition.SCORM_2004, "{}");
        taken(Edition.SCORM_12, "{'core':{'lesson_status':'','exit':'','score':{'raw':'','min':'','max':'100'}},"
                + "'objectives':{},'interactions':{'0':{'type':'choice','latency':'0:00:05','result':'correct'}}}");
        taken(Edition.SCORM_2004, "{'completion_status':'unknown','score':{'scaled':'','raw':'500','min':'','max':''},"
                + "'session_time':'PT1.5H','objectives':{'0':{'id':'urn:x','score':{'scaled':'-0.5'}}}}");
    }

    private static void taken(Edition edition, String cmi) {
        assertDoesNotThrow(() -> check(edition, cmi));
    }

    private static String refused(Edition edition, String cmi) {
        Refused refused = assertThrows(Refused.class, () -> check(edition, cmi));
        assertEquals(Refused.Kind.INVALID, refused.kind());
        return refused.field().orElseThrow();
    }

    private static void check(Edition edition, String cmi) throws JsonProcessingException {
        Rules.check(edition, JsonMapper.builder().build().readTree(cmi.replace('\'', '"')));
    }
}
