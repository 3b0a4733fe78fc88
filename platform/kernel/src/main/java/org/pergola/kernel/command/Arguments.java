package org.pergola.kernel.command;

import java.util.List;
import org.pergola.api.command.Command;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** Checks how many words stand behind a command. */
final class Arguments {

    private Arguments() {
    }

    /** @throws Refused saying how the command is called */
    static void between(Command command, List<String> given, int least, int most) {
        if (given.size() < least || given.size() > most) {
            throw new Refused(Refused.Kind.MALFORMED,
                    Text.of("kernel.command.usage", command.words() + " " + command.usage()));
        }
    }
}
