package org.pergola.kernel.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.command.Command;
import org.pergola.api.host.Commands;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;

/** {@code help}: what one can say. */
@Component
public final class HelpCommand implements Command {

    private final BundleContext context;
    private final Texts texts;

    /** The board lists this command too, so it is looked up when it is needed. */
    @Activate
    public HelpCommand(BundleContext context, @Reference Texts texts) {
        this.context = context;
        this.texts = texts;
    }

    @Override
    public String words() {
        return "help";
    }

    @Override
    public Text summary() {
        return Text.of("kernel.command.help");
    }

    @Override
    public Result run(List<String> arguments) {
        ServiceReference<Commands> board = context.getServiceReference(Commands.class);
        List<Commands.Info> all = context.getService(board).list();
        context.ungetService(board);
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> data = new ArrayList<>();
        for (Commands.Info info : all) {
            String call = (info.words() + " " + info.usage()).trim();
            lines.add(String.format("%-56s %s", call, texts.words(info.summary())));
            data.add(Map.of("words", info.words(), "usage", info.usage(), "summary", texts.words(info.summary())));
        }
        return new Result(0, lines, Map.of("commands", data));
    }
}
