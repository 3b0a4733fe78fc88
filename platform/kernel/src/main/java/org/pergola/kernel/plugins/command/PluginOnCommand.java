package org.pergola.kernel.plugins.command;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code plugin on ID}. */
@Component
public final class PluginOnCommand implements Command {

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginOnCommand(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "plugin on";
    }

    @Override
    public String usage() {
        return "ID";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.plugin-on");
    }

    @Override
    public Result run(List<String> arguments) {
        return Asked.result(texts, plugins.on(Asked.id(this, arguments, 1)));
    }
}
