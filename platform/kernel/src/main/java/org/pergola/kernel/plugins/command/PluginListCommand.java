package org.pergola.kernel.plugins.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code plugin list}. */
@Component
public final class PluginListCommand implements Command {

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginListCommand(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "plugin list";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.plugin-list");
    }

    @Override
    public Result run(List<String> arguments) {
        Asked.count(this, arguments, 0);
        List<Plugins.Info> all = plugins.list();
        List<String> lines = all.stream().map(info -> String.format("%-20s %-10s %-4s %-8s %s", info.id(),
                info.version(), lower(info.state()), lower(info.status()),
                info.reason().map(texts::words).orElse("")).stripTrailing()).toList();
        return new Result(0, lines, Map.of("plugins", all.stream().map(this::data).toList()));
    }

    private Map<String, Object> data(Plugins.Info info) {
        return Map.of("id", info.id().value(), "version", info.version(), "state", lower(info.state()), "status",
                lower(info.status()), "reason", info.reason().map(texts::words).orElse(""));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
