package org.pergola.scorm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * The values that a data model takes, for everything that a part may set. They are as wide as those of the run-time in
 * the player's page: what it has told a part to be right is never refused afterwards, and what comes past it is.
 */
final class Rules {

    /** One element: names from the root of the data model, where {@code *} stands for each entry of a list. */
    private record Rule(List<String> path, Predicate<String> takes) {

        Rule(String path, Predicate<String> takes) {
            this(List.of(path.split("\\.")), takes);
        }
    }

    private static final int LONG = 64_000;
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})");

    private static final Predicate<String> TIME = value -> Duration.seconds(value).isPresent();
    private static final Predicate<String> ANY_NUMBER = value -> NUMBER.matcher(value).matches();

    private static final List<Rule> OLD = List.of(
            new Rule("core.lesson_location", upTo(255)),
            new Rule("core.lesson_status", among("passed", "completed", "failed", "incomplete", "browsed",
                    "not attempted")),
            new Rule("core.exit", among("time-out", "suspend", "logout")),
            new Rule("core.session_time", TIME),
            new Rule("core.score.raw", within(0, 100)), new Rule("core.score.min", within(0, 100)),
            new Rule("core.score.max", within(0, 100)),
            new Rule("suspend_data", upTo(LONG)), new Rule("comments", upTo(LONG)),
            new Rule("objectives.*.id", upTo(255)),
            new Rule("objectives.*.status", among("passed", "completed", "failed", "incomplete", "browsed",
                    "not attempted")),
            new Rule("objectives.*.score.raw", within(0, 100)), new Rule("objectives.*.score.min", within(0, 100)),
            new Rule("objectives.*.score.max", within(0, 100)),
            new Rule("interactions.*.id", upTo(255)),
            new Rule("interactions.*.type", among("true-false", "choice", "fill-in", "matching", "performance",
                    "sequencing", "likert", "numeric")),
            new Rule("interactions.*.student_response", upTo(LONG)),
            new Rule("interactions.*.result", upTo(255)), new Rule("interactions.*.latency", TIME));

    private static final List<Rule> MODERN = List.of(
            new Rule("location", upTo(1_000)),
            new Rule("completion_status", among("completed", "incomplete", "not attempted", "unknown")),
            new Rule("success_status", among("passed", "failed", "unknown")),
            new Rule("exit", among("time-out", "suspend", "logout", "normal")),
            new Rule("session_time", TIME),
            new Rule("progress_measure", within(0, 1)),
            new Rule("score.scaled", within(-1, 1)), new Rule("score.raw", ANY_NUMBER),
            new Rule("score.min", ANY_NUMBER), new Rule("score.max", ANY_NUMBER),
            new Rule("suspend_data", upTo(LONG)),
            new Rule("comments_from_learner.*.comment", upTo(LONG)),
            new Rule("objectives.*.id", upTo(4_000)),
            new Rule("objectives.*.completion_status", among("completed", "incomplete", "not attempted", "unknown")),
            new Rule("objectives.*.success_status", among("passed", "failed", "unknown")),
            new Rule("objectives.*.progress_measure", within(0, 1)),
            new Rule("objectives.*.score.scaled", within(-1, 1)),
            new Rule("interactions.*.id", upTo(4_000)),
            new Rule("interactions.*.type", among("true-false", "choice", "fill-in", "long-fill-in", "matching",
                    "performance", "sequencing", "likert", "numeric", "other")),
            new Rule("interactions.*.learner_response", upTo(LONG)),
            new Rule("interactions.*.latency", TIME));

    private Rules() {
    }

    /** @throws Refused (invalid) naming the first element whose value is none that SCORM knows */
    static void check(Edition edition, JsonNode cmi) {
        if (!cmi.isObject()) {
            throw invalid("cmi");
        }
        for (Rule rule : edition == Edition.SCORM_12 ? OLD : MODERN) {
            check(rule, cmi, rule.path(), "cmi");
        }
    }

    private static void check(Rule rule, JsonNode at, List<String> rest, String name) {
        if (at.isMissingNode() || at.isNull()) {
            return;
        }
        if (rest.isEmpty()) {
            if (at.isContainerNode() || !at.asText().isEmpty() && !rule.takes().test(at.asText())) {
                throw invalid(name);
            }
            return;
        }
        if (!at.isContainerNode()) {
            throw invalid(name);
        }
        List<String> further = rest.subList(1, rest.size());
        if (!rest.getFirst().equals("*")) {
            check(rule, at.path(rest.getFirst()), further, name + "." + rest.getFirst());
            return;
        }
        List<JsonNode> entries = new ArrayList<>();
        at.forEach(entries::add);
        for (int i = 0; i < entries.size(); i++) {
            check(rule, entries.get(i), further, name + "." + i);
        }
    }

    private static Predicate<String> among(String... known) {
        return Set.of(known)::contains;
    }

    private static Predicate<String> upTo(int characters) {
        return value -> value.length() <= characters;
    }

    private static Predicate<String> within(double lowest, double highest) {
        return value -> ANY_NUMBER.test(value) && Double.parseDouble(value) >= lowest
                && Double.parseDouble(value) <= highest;
    }

    private static Refused invalid(String name) {
        return Refused.invalid(name, Text.of("scorm.refused.value", name));
    }
}
