package org.pergola.kernel.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pergola.api.command.Command;
import org.pergola.api.error.Refused;
import org.pergola.api.host.Commands;
import org.pergola.api.host.Guard;
import org.pergola.api.text.Text;

/** Finds commands among the services that are there, and calls them through the guard. */
@Component
public final class CommandBoard implements Commands {

    private record Found(ServiceReference<Command> reference, Info info) {

        int length() {
            return info.words().split(" ").length;
        }
    }

    private final Guard guard;

    @Reference(service = Command.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<ServiceReference<Command>> commands = List.of();

    @Activate
    public CommandBoard(@Reference Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Info> list() {
        return all().stream().map(Found::info).sorted(Comparator.comparing(Info::words)).toList();
    }

    private List<Found> all() {
        return commands.stream().flatMap(reference -> guard.with(reference, "command",
                command -> new Found(reference, new Info(command.words(), command.usage(), command.summary())))
                .stream()).toList();
    }

    @Override
    public Command.Result run(List<String> words) {
        Found found = all().stream().filter(one -> begins(words, one.info().words()))
                .max(Comparator.comparingInt(Found::length)).orElseThrow(() -> unknown(words));
        List<String> arguments = List.copyOf(words.subList(found.length(), words.size()));
        return guard.with(found.reference(), "command " + found.info().words(), command -> command.run(arguments))
                .orElseThrow(() -> unknown(words));
    }

    private static boolean begins(List<String> words, String command) {
        List<String> wished = List.of(command.split(" "));
        return words.size() >= wished.size() && words.subList(0, wished.size()).equals(wished);
    }

    private static Refused unknown(List<String> words) {
        Optional<String> said = Optional.of(String.join(" ", words)).filter(line -> !line.isBlank());
        return Refused.missing(said.map(line -> Text.of("kernel.command.unknown", line))
                .orElseGet(() -> Text.of("kernel.command.none")));
    }
}
