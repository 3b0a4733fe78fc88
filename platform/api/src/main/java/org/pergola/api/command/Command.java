package org.pergola.api.command;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.text.Text;

/**
 * What an operator can say: {@code bin/pergola audit verify}. A whiteboard service, run as
 * {@link org.pergola.api.actor.Actor.Operator}. {@link org.pergola.api.error.Refused} exits with 1 and its words.
 *
 * @since 0.1
 */
@ConsumerType
public interface Command {

    /** Its words: {@code "plugin update"}. */
    String words();

    /** How it is called, behind its words: {@code "FILE"}; empty for none. */
    default String usage() {
        return "";
    }

    Text summary();

    Result run(List<String> arguments);

    /**
     * @param exitCode 0 done, 1 failed, 2 needs confirmation, 3 rolled back
     * @param lines    what a person reads
     * @param data     what {@code --output json} prints
     */
    record Result(int exitCode, List<String> lines, Map<String, Object> data) {
        public static Result done(String line, Map<String, Object> data) {
            return new Result(0, List.of(line), data);
        }
    }
}
