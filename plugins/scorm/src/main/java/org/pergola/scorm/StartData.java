package org.pergola.scorm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The data model that a part of a package finds when it starts: where the learner left, and what the item says. */
final class StartData {

    private static final List<String> KEPT_OLD = List.of("suspend_data", "comments", "objectives", "interactions",
            "student_preference");
    private static final List<String> KEPT_MODERN = List.of("suspend_data", "location", "completion_status",
            "success_status", "progress_measure", "score", "objectives", "interactions", "comments_from_learner",
            "learner_preference");

    private StartData() {
    }

    /**
     * @param learnerName last name, comma, first name: the form that both data models ask for
     * @param before      what was stored last; missing on the first start
     * @param resumed     whether the last session was suspended, or broken off
     * @param seconds     spent so far
     */
    static ObjectNode of(Edition edition, Item item, String learnerId, String learnerName, JsonNode before,
            boolean resumed, double seconds) {
        return edition == Edition.SCORM_12 ? old(item, learnerId, learnerName, before, resumed, seconds)
                : modern(item, learnerId, learnerName, before, resumed, seconds);
    }

    private static ObjectNode old(Item item, String learnerId, String learnerName, JsonNode before, boolean resumed,
            double seconds) {
        ObjectNode cmi = JsonNodeFactory.instance.objectNode();
        ObjectNode core = cmi.putObject("core");
        core.put("student_id", learnerId).put("student_name", learnerName).put("credit", "credit")
                .put("lesson_mode", "normal").put("total_time", Duration.write(Edition.SCORM_12, seconds))
                .put("entry", before.isMissingNode() ? "ab-initio" : resumed ? "resume" : "");
        copy(before.path("core"), core, List.of("lesson_location", "score"));
        String status = before.path("core").path("lesson_status").asText("");
        if (!status.isEmpty() && !status.equals("not attempted")) {
            core.put("lesson_status", status);
        }
        copy(before, cmi, KEPT_OLD);
        cmi.put("launch_data", item.launchData());
        ObjectNode student = cmi.putObject("student_data");
        number(student, "mastery_score", item.masteryScore());
        student.put("max_time_allowed", item.maxTimeAllowed()).put("time_limit_action", item.timeLimitAction());
        return cmi;
    }

    /** A session that ended normally closed its attempt: the next starts with nothing (RTE 4th edition, 2.1.1). */
    private static ObjectNode modern(Item item, String learnerId, String learnerName, JsonNode before, boolean resumed,
            double seconds) {
        ObjectNode cmi = JsonNodeFactory.instance.objectNode();
        cmi.put("learner_id", learnerId).put("learner_name", learnerName).put("credit", "credit").put("mode", "normal")
                .put("entry", resumed ? "resume" : "ab-initio")
                .put("total_time", Duration.write(Edition.SCORM_2004, resumed ? seconds : 0));
        if (resumed) {
            copy(before, cmi, KEPT_MODERN);
        } else if (!item.objectives().isEmpty()) {
            ObjectNode objectives = cmi.putObject("objectives");
            for (int i = 0; i < item.objectives().size(); i++) {
                objectives.putObject(String.valueOf(i)).put("id", item.objectives().get(i));
            }
        }
        text(cmi, "launch_data", item.launchData());
        text(cmi, "max_time_allowed", item.maxTimeAllowed());
        text(cmi, "time_limit_action", item.timeLimitAction().toLowerCase(Locale.ROOT));
        number(cmi, "scaled_passing_score", item.passingScore());
        number(cmi, "completion_threshold", item.threshold());
        return cmi;
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> names) {
        for (String name : names) {
            JsonNode value = from.path(name);
            if (!value.isMissingNode() && !(value.isContainerNode() && value.isEmpty())) {
                to.set(name, value.deepCopy());
            }
        }
    }

    private static void text(ObjectNode to, String name, String value) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }

    private static void number(ObjectNode to, String name, OptionalDouble value) {
        if (value.isPresent()) {
            double number = value.getAsDouble();
            to.put(name, number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number));
        }
    }
}
