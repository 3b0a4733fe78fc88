package org.pergola.kernel.plugins.command;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code plugin off ID}. */
@Component
public final class PluginOffCommand implements Command {

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginOffCommand(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "plugin off";
    }

    @Override
    public String usage() {
        return "ID";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.plugin-off");
    }

    @Override
    public Result run(List<String> arguments) {
        return Asked.result(texts, plugins.off(Asked.id(this, arguments, 1)));
    }
}
