package org.pergola.kernel.plugins.command;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code plugin install FILE}. */
@Component
public final class PluginInstallCommand implements Command {

    private final Plugins plugins;
    private final Texts texts;

    @Activate
    public PluginInstallCommand(@Reference Plugins plugins, @Reference Texts texts) {
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "plugin install";
    }

    @Override
    public String usage() {
        return "FILE";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.plugin-install");
    }

    @Override
    public Result run(List<String> arguments) {
        Asked.count(this, arguments, 1);
        return Asked.result(texts, Asked.withFile(arguments.get(0), plugins::install));
    }
}
