package org.pergola.kernel.plugins.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.pergola.api.command.Command;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** Reads the arguments of the commands about plugins, and says how a change ended. */
final class Asked {

    private static final int ROLLED_BACK = 3;

    private Asked() {
    }

    static PluginId id(Command command, List<String> arguments, int count) {
        count(command, arguments, count);
        try {
            return PluginId.of(arguments.get(0));
        } catch (IllegalArgumentException e) {
            throw Refused.missing(Text.of("kernel.plugin.missing", arguments.get(0))).because(e);
        }
    }

    static void count(Command command, List<String> arguments, int count) {
        if (arguments.size() != count) {
            throw new Refused(Refused.Kind.MALFORMED,
                    Text.of("kernel.command.usage", (command.words() + " " + command.usage()).strip()));
        }
    }

    /** The file is on this machine: the command line says its whole path. */
    static Plugins.Outcome withFile(String name, BiFunction<String, InputStream, Plugins.Outcome> use) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw Refused.missing(Text.of("kernel.plugin.file", name));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return use.apply(file.getFileName().toString(), in);
            }
        } catch (InvalidPathException e) {
            throw Refused.missing(Text.of("kernel.plugin.file", name)).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Command.Result result(Texts texts, Plugins.Outcome outcome) {
        Plugins.Plan plan = outcome.plan();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", plan.id().value());
        data.put("action", plan.action().name().toLowerCase(Locale.ROOT));
        data.put("done", outcome.done());
        plan.from().ifPresent(version -> data.put("from", version));
        plan.to().ifPresent(version -> data.put("to", version));
        data.put("affected", plan.affected().stream().map(PluginId::value).toList());
        outcome.reason().ifPresent(reason -> data.put("reason", texts.words(reason)));
        outcome.visible().ifPresent(visible -> data.put("visibleMillis", visible.toMillis()));
        Text line = outcome.done()
                ? Text.of("kernel.command.plugin.done." + plan.action().name().toLowerCase(Locale.ROOT),
                        plan.id().value(), plan.to().orElse(""))
                : Text.of("kernel.command.plugin.taken-back", plan.id().value(),
                        outcome.reason().map(texts::words).orElse(""));
        return new Command.Result(outcome.done() ? 0 : ROLLED_BACK, List.of(texts.words(line)), data);
    }
}
