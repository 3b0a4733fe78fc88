package org.pergola.shell.plugins;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pergola.api.error.Refused;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.plugin.Plugins.Action;
import org.pergola.api.plugin.Plugins.Info;
import org.pergola.api.plugin.Plugins.Outcome;
import org.pergola.api.plugin.Plugins.Plan;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Toast;

/** Changes of plugins on the screen: says first whom they touch, then does them beside the page. */
final class PluginChanges {
    private static final long LARGEST = 128L * 1024 * 1024;

    private final Plugins plugins;
    private final Consumer<String> busy;
    private final Runnable settled;

    /** @param busy told what is under way, in words; an empty string when it has ended */
    PluginChanges(Plugins plugins, Consumer<String> busy, Runnable settled) {
        this.plugins = plugins;
        this.busy = busy;
        this.settled = settled;
    }

    /** A file that has been uploaded, and what it would do. */
    private record Upload(String name, byte[] bytes, Plan plan) {
        private ByteArrayInputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    void on(Page page, Info plugin) {
        run(page, "shell.plugins.doing.on", plugin.name(), () -> plugins.on(plugin.id()));
    }

    void off(Page page, Info plugin) {
        ask(page, plugins.plan(plugin.id(), Action.OFF), plugin.name(), () -> run(page, "shell.plugins.doing.off",
                plugin.name(), () -> plugins.off(plugin.id())));
    }

    void updateToBundled(Page page, Info plugin) {
        ask(page, plugins.plan(plugin.id(), Action.UPDATE), plugin.name(), () -> run(page,
                "shell.plugins.doing.update", plugin.name(), () -> plugins.updateToBundled(plugin.id())));
    }

    void uninstall(Page page, Info plugin) {
        ask(page, plugins.plan(plugin.id(), Action.UNINSTALL), plugin.name(), () -> run(page,
                "shell.plugins.doing.uninstall", plugin.name(), () -> plugins.uninstall(plugin.id())));
    }

    void fromFile(Page page) {
        Popup popup = page.dialog(Text.of("shell.plugins.file"),
                Markup.quiet(page.words("shell.plugins.file.more")).div("pg-small"));
        popup.add(page.<Upload>upload(".jar,.kar", LARGEST, this::read, upload -> {
            popup.close();
            ask(page, upload.plan(), name(upload.plan().id()), () -> run(page, upload.plan().action() == Action.INSTALL
                    ? "shell.plugins.doing.install" : "shell.plugins.doing.update", name(upload.plan().id()),
                    () -> upload.plan().action() == Action.INSTALL ? plugins.install(upload.name(), upload.open())
                            : plugins.update(upload.plan().id(), upload.name(), upload.open())));
        }));
        popup.foot(Push.plain(page.words("ui.form.cancel"), popup::close));
    }

    private Upload read(String name, java.io.InputStream stream) {
        try {
            byte[] bytes = stream.readAllBytes();
            return new Upload(name, bytes, plugins.plan(name, new ByteArrayInputStream(bytes)));
        } catch (java.io.IOException broken) {
            throw Refused.invalid(Text.of("shell.plugins.file.broken", name)).because(broken);
        }
    }

    private Text name(PluginId id) {
        return plugins.find(id).map(Info::name).orElseGet(() -> Text.plain(id.value()));
    }

    private void ask(Page page, Plan plan, Text name, Runnable yes) {
        String verb = plan.action().name().toLowerCase(java.util.Locale.ROOT);
        Popup popup = page.dialog(Text.of("shell.plugins.ask." + verb, name, plan.to().orElse("")),
                touched(page, plan).toArray(Component[]::new));
        popup.foot(Push.plain(page.words("shell.plugins.ask." + verb + ".no"), popup::close),
                Push.primary(page.words("shell.plugins.ask." + verb + ".yes"), () -> {
                    popup.close();
                    yes.run();
                }));
    }

    private List<Component> touched(Page page, Plan plan) {
        List<Component> rows = new ArrayList<>();
        boolean away = plan.action() == Action.OFF || plan.action() == Action.UNINSTALL;
        boolean first = true;
        for (DataOwner.Usage usage : plan.touches()) {
            rows.add(touch(first ? "layers" : "users", first ? "info" : "warn", page.words(usage.words()),
                    page.words(away ? "shell.plugins.touch.away" : "shell.plugins.touch.moment")));
            first = false;
        }
        for (PluginId affected : plan.affected()) {
            rows.add(touch("puzzle", "muted", page.words("shell.plugins.pauses", name(affected)),
                    page.words(away ? "shell.plugins.pauses.away" : "shell.plugins.pauses.moment")));
        }
        if (plan.touches().isEmpty() && plan.affected().isEmpty() && plan.action() != Action.INSTALL) {
            rows.add(touch("sun", "ok", page.words("shell.plugins.nobody.touched"),
                    page.words("shell.plugins.nobody.touched.more")));
        }
        rows.add(plan.action() == Action.INSTALL
                ? touch("package-plus", "info", page.words("shell.plugins.new", plan.id().value(),
                        plan.to().orElse("")), page.words("shell.plugins.new.more"))
                : touch("shield-check", "ok", page.words("shell.plugins.kept"), page.words(away
                        ? "shell.plugins.kept.away" : "shell.plugins.kept.back", plan.from().orElse(""))));
        return rows;
    }

    private static Div touch(String icon, String tone, String main, String second) {
        return Markup.led(Markup.tile(icon, tone), main, second).div("pg-touch");
    }

    /** Off the page: it would wait for itself while its own parts are swapped. */
    private void run(Page page, String doing, Text name, Supplier<Outcome> change) {
        busy.accept(page.words(doing, name));
        page.load(() -> outcome(change), outcome -> {
            busy.accept("");
            settled.run();
            if (outcome.done()) {
                page.notify(Text.of("shell.plugins.done", name));
            } else {
                Toast.refused(page, page.words(outcome.reason().orElseGet(() -> Text.of("shell.plugins.undone", name))));
            }
        });
    }

    private record Ended(boolean done, java.util.Optional<Text> reason) {
    }

    private static Ended outcome(Supplier<Outcome> change) {
        try {
            Outcome outcome = change.get();
            return new Ended(outcome.done(), outcome.reason());
        } catch (Refused refused) {
            return new Ended(false, java.util.Optional.of(refused.text()));
        }
    }
}
