package org.pergola.scorm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.pergola.api.error.Refused;
import org.pergola.api.error.Refused.Kind;
import org.pergola.api.text.Text;

/**
 * What the player's page sends: the whole data model of one part, each time.
 *
 * @param session  counts the openings of the part; only the latest may write
 * @param sequence counts the commits of a session, from 1; an older one that arrives late is dropped
 * @param finished whether the part has ended its session
 */
record Commit(String item, int session, int sequence, boolean finished, JsonNode cmi) {

    /** Twice what the largest suspend data and some hundred interactions come to. */
    static final int LARGEST = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> OLD_STATUS = Set.of("", "passed", "completed", "failed", "incomplete", "browsed",
            "not attempted");
    private static final Set<String> COMPLETION = Set.of("", "completed", "incomplete", "not attempted", "unknown");
    private static final Set<String> SUCCESS = Set.of("", "passed", "failed", "unknown");

    /** @throws Refused (malformed, too large) where it is no commit */
    static Commit read(InputStream body) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(LARGEST + 1);
        } catch (IOException broken) {
            throw new Refused(Kind.MALFORMED, Text.of("scorm.refused.commit")).because(broken);
        }
        if (bytes.length > LARGEST) {
            throw new Refused(Kind.TOO_LARGE, Text.of("scorm.refused.commit.large", LARGEST));
        }
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || !root.path("item").isTextual()) {
                throw new Refused(Kind.MALFORMED, Text.of("scorm.refused.commit"));
            }
            return new Commit(root.path("item").asText(), root.path("session").asInt(), root.path("sequence").asInt(),
                    root.path("finished").asBoolean(), root.path("cmi"));
        } catch (JsonProcessingException broken) {
            throw new Refused(Kind.MALFORMED, Text.of("scorm.refused.commit")).because(broken);
        } catch (IOException broken) {
            throw new Refused(Kind.MALFORMED, Text.of("scorm.refused.commit")).because(broken);
        }
    }

    /** @throws Refused (invalid) where a value is none that the data model knows */
    void check(Edition edition) {
        if (!cmi.isObject()) {
            throw invalid("cmi");
        }
        if (edition == Edition.SCORM_12) {
            among(OLD_STATUS, cmi.path("core").path("lesson_status"), "cmi.core.lesson_status");
            score(cmi.path("core").path("score"), "raw", 0, 100);
            time(cmi.path("core").path("session_time"), "cmi.core.session_time");
        } else {
            among(COMPLETION, cmi.path("completion_status"), "cmi.completion_status");
            among(SUCCESS, cmi.path("success_status"), "cmi.success_status");
            score(cmi.path("score"), "scaled", -1, 1);
            score(cmi, "progress_measure", 0, 1);
            time(cmi.path("session_time"), "cmi.session_time");
        }
    }

    private static void among(Set<String> known, JsonNode value, String name) {
        if (!known.contains(value.asText(""))) {
            throw invalid(name);
        }
    }

    private static void score(JsonNode parent, String name, double lowest, double highest) {
        String words = parent.path(name).asText("");
        if (!words.isEmpty()) {
            double number = Xml.number(words).orElseThrow(() -> invalid(name));
            if (!(number >= lowest && number <= highest)) {
                throw invalid(name);
            }
        }
    }

    private static void time(JsonNode value, String name) {
        if (!value.asText("").isEmpty() && Duration.seconds(value.asText()).isEmpty()) {
            throw invalid(name);
        }
    }

    private static Refused invalid(String name) {
        return Refused.invalid(name, Text.of("scorm.refused.value", name));
    }

    /** Seconds of this session so far. */
    double seconds(Edition edition) {
        JsonNode time = edition == Edition.SCORM_12 ? cmi.path("core").path("session_time") : cmi.path("session_time");
        return Duration.seconds(time.asText("")).orElse(0);
    }

    /** Whether the part asked to be resumed. */
    boolean suspended(Edition edition) {
        JsonNode exit = edition == Edition.SCORM_12 ? cmi.path("core").path("exit") : cmi.path("exit");
        return exit.asText("").equals("suspend");
    }
}
