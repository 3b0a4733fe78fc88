package org.pergola.scorm;

import java.util.List;
import java.util.OptionalDouble;
import org.pergola.learning.api.Evidence.Completion;
import org.pergola.learning.api.Evidence.Success;

/**
 * The parts of a package make its activity: complete when each is, failed when one is, passed when one is and all are
 * done, with the mean of the scores there are.
 */
final class RollUp {

    private RollUp() {
    }

    /** @param parts one for each part that can be opened, {@link Outcome#NONE} for those that nobody opened */
    static Outcome of(List<Outcome> parts) {
        boolean begun = parts.stream().anyMatch(part -> part.completion() != Completion.UNKNOWN);
        boolean done = parts.stream().allMatch(part -> part.completion() == Completion.COMPLETED);
        boolean failed = parts.stream().anyMatch(part -> part.success() == Success.FAILED);
        boolean passed = parts.stream().anyMatch(part -> part.success() == Success.PASSED);
        OptionalDouble score = parts.stream().map(Outcome::score).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).average();
        double progress = parts.stream().mapToDouble(Outcome::progress).average().orElse(0);
        return new Outcome(done ? Completion.COMPLETED : begun ? Completion.INCOMPLETE : Completion.UNKNOWN,
                failed ? Success.FAILED : passed && done ? Success.PASSED : Success.UNKNOWN, score, progress);
    }
}
