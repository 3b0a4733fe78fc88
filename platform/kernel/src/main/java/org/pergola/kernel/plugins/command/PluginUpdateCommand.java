package org.pergola.kernel.plugins.command;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code plugin update ID [FILE]}. */
@Component
public final class PluginUpdateCommand implements Command {

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginUpdateCommand(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "plugin update";
    }

    @Override
    public String usage() {
        return "ID [FILE]";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.plugin-update");
    }

    @Override
    public Result run(List<String> arguments) {
        if (arguments.size() == 1) {
            return Asked.result(texts, plugins.updateToBundled(Asked.id(this, arguments, 1)));
        }
        PluginId id = Asked.id(this, arguments, 2);
        return Asked.result(texts, Asked.withFile(arguments.get(1), (name, file) -> plugins.update(id, name, file)));
    }
}
