package org.pergola.scorm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
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
        Rules.check(edition, cmi);
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
