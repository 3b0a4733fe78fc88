package org.pergola.api.host;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.command.Command;
import org.pergola.api.text.Text;

/** Finds the {@link Command} that an operator means, and runs it. @since 0.1 */
@ProviderType
public interface Commands {

    /** @param words its words; {@code usage} what comes behind them */
    record Info(String words, String usage, Text summary) {
    }

    /** All there are now, by their words. */
    List<Info> list();

    /**
     * Runs the command with the most words that these begin with; the rest are its arguments. The actor is the one
     * that is bound.
     *
     * @throws org.pergola.api.error.Refused (missing) where no command has these words, or as the command refuses
     */
    Command.Result run(List<String> words);
}
