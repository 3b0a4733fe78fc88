package org.pergola.scorm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.learning.api.Evidence.Success;

/**
 * What the data of one part of a package comes to.
 *
 * @param score    0 to 1
 * @param progress 0 to 1
 */
public record Outcome(Completion completion, Success success, OptionalDouble score, double progress) {

    /** Nobody has opened it. */
    public static final Outcome NONE = new Outcome(Completion.UNKNOWN, Success.UNKNOWN, OptionalDouble.empty(), 0);

    /** An asset that has been opened. */
    public static final Outcome OPENED = new Outcome(Completion.COMPLETED, Success.UNKNOWN, OptionalDouble.empty(), 1);

    /**
     * @param cmi      the data model as the run-time in the player's page writes it
     * @param finished whether the part has ended its session
     */
    static Outcome of(Edition edition, Item item, JsonNode cmi, boolean finished) {
        return edition == Edition.SCORM_12 ? ofOld(item, cmi, finished) : ofModern(item, cmi, finished);
    }

    /**
     * SCORM 1.2: one status says both. With a mastery score and a raw score, the status at the end follows them
     * (RTE, cmi.student_data.mastery_score); one that never sets a status is done when it finishes
     * (RTE, LMSFinish).
     */
    private static Outcome ofOld(Item item, JsonNode cmi, boolean finished) {
        JsonNode core = cmi.path("core");
        OptionalDouble raw = Xml.number(core.path("score").path("raw").asText(""));
        String status = core.path("lesson_status").asText("").toLowerCase(Locale.ROOT);
        boolean silent = status.isEmpty() || status.equals("not attempted");
        if (finished && item.masteryScore().isPresent() && raw.isPresent()) {
            status = raw.getAsDouble() >= item.masteryScore().getAsDouble() ? "passed" : "failed";
        } else if (finished && silent) {
            status = "completed";
        }
        Completion completion = status.equals("passed") || status.equals("completed") ? Completion.COMPLETED
                : Completion.INCOMPLETE;
        Success success = switch (status) {
            case "passed" -> Success.PASSED;
            case "failed" -> Success.FAILED;
            default -> Success.UNKNOWN;
        };
        return new Outcome(completion, success, share(core.path("score"), raw, 0, 100),
                completion == Completion.COMPLETED ? 1 : 0);
    }

    /**
     * SCORM 2004: thresholds, where the package has them, decide over what the part says (RTE 4th edition, sections
     * 4.2.4.1 and 4.2.21.1). A part that ends without having said anything of completion is done.
     */
    private static Outcome ofModern(Item item, JsonNode cmi, boolean finished) {
        JsonNode score = cmi.path("score");
        OptionalDouble scaled = Xml.number(score.path("scaled").asText(""));
        OptionalDouble measure = Xml.number(cmi.path("progress_measure").asText(""));
        String completion = cmi.path("completion_status").asText("unknown");
        String success = cmi.path("success_status").asText("unknown");
        if (item.threshold().isPresent() && measure.isPresent()) {
            completion = measure.getAsDouble() >= item.threshold().getAsDouble() ? "completed" : "incomplete";
        } else if (finished && unsaid(completion) && !cmi.path("exit").asText("").equals("suspend")) {
            completion = "completed";
        }
        if (item.passingScore().isPresent()) {
            success = scaled.isEmpty() ? "unknown"
                    : scaled.getAsDouble() >= item.passingScore().getAsDouble() ? "passed" : "failed";
        }
        Completion done = completion.equals("completed") ? Completion.COMPLETED : Completion.INCOMPLETE;
        OptionalDouble raw = Xml.number(score.path("raw").asText(""));
        return new Outcome(done, success.equals("passed") ? Success.PASSED
                : success.equals("failed") ? Success.FAILED : Success.UNKNOWN,
                scaled.isPresent() ? OptionalDouble.of(within(scaled.getAsDouble())) : share(score, raw, 0, 100),
                done == Completion.COMPLETED ? 1 : within(measure.orElse(0)));
    }

    private static boolean unsaid(String completion) {
        return completion.isEmpty() || completion.equals("unknown") || completion.equals("not attempted");
    }

    private static OptionalDouble share(JsonNode score, OptionalDouble raw, double lowest, double highest) {
        if (raw.isEmpty()) {
            return OptionalDouble.empty();
        }
        double min = Xml.number(score.path("min").asText("")).orElse(lowest);
        double max = Xml.number(score.path("max").asText("")).orElse(highest);
        return max <= min ? OptionalDouble.of(within(raw.getAsDouble() / 100))
                : OptionalDouble.of(within((raw.getAsDouble() - min) / (max - min)));
    }

    private static double within(double share) {
        return Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
    }

    /** What is known once this follows an earlier one: what was done stays done, the better score stays. */
    Outcome after(Outcome earlier) {
        boolean done = completion == Completion.COMPLETED || earlier.completion == Completion.COMPLETED;
        boolean passed = success == Success.PASSED || earlier.success == Success.PASSED;
        OptionalDouble best = score.isEmpty() ? earlier.score
                : earlier.score.isEmpty() ? score
                        : OptionalDouble.of(Math.max(score.getAsDouble(), earlier.score.getAsDouble()));
        return new Outcome(done ? Completion.COMPLETED : completion,
                passed ? Success.PASSED : success == Success.UNKNOWN ? earlier.success : success, best,
                Math.max(progress, earlier.progress));
    }
}
