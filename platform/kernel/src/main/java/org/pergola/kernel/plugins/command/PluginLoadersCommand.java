package org.pergola.kernel.plugins.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code plugin loaders}. */
@Component
public final class PluginLoadersCommand implements Command {

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginLoadersCommand(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "plugin loaders";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.plugin-loaders");
    }

    @Override
    public Result run(List<String> arguments) {
        Asked.count(this, arguments, 0);
        Map<String, Object> counts = new LinkedHashMap<>();
        plugins.list().forEach(info -> counts.put(info.id().value(), plugins.liveLoaders(info.id())));
        List<String> lines = counts.entrySet().stream()
                .map(count -> texts.words(Text.of("kernel.command.plugin.loaders", count.getKey(), count.getValue())))
                .toList();
        return new Result(0, lines, counts);
    }
}
