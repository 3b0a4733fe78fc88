package org.pergola.shell.plugins;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.plugin.Plugins.Info;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Icon;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;

/** The plugins of this installation. */
@ViewInfo(area = Area.ADMIN, path = "plugins", title = "shell.plugins.title", icon = "puzzle",
        permission = "kernel.plugin.see", section = ViewInfo.SYSTEM, order = 100)
@Component(scope = ServiceScope.PROTOTYPE)
public final class PluginsView implements View {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Map<String, Predicate<Info>> VIEWS = views();

    private final Plugins plugins;
    private final Div chips = new Div();
    private final Div busy = new Div();
    private final Div nothing = new Div();
    private String search = "";
    private String view = "all";
    private List<Info> seen = List.of();

    @Activate
    public PluginsView(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public void show(Page page) {
        page.title(Text.of("shell.plugins.title"));
        PluginTable[] table = new PluginTable[1];
        PluginChanges changes = new PluginChanges(plugins, this::busy, () -> refresh(page, table[0]));
        table[0] = new PluginTable(page, changes);
        if (page.may("kernel.plugin.manage")) {
            page.actions(Push.primary("upload", page.words("shell.plugins.file"), () -> changes.fromFile(page)));
        }
        Div tools = new Div(searchField(page, table[0]), chips);
        tools.addClassName("pg-list-tools");
        chips.addClassName("pg-chips");
        busy.addClassName("pg-busy");
        busy.getElement().setAttribute("role", "status");
        busy.setVisible(false);
        Div card = new Div(table[0]);
        card.addClassNames("pg-card", "pg-table-card");
        nothing.add(EmptyState.small("puzzle", page.words("shell.plugins.none")));
        page.add(busy, tools, card, nothing);
        refresh(page, table[0]);
        page.every(LOOK_AGAIN, () -> {
            if (!plugins.list().equals(seen)) {
                refresh(page, table[0]);
            }
        });
    }

    private TextField searchField(Page page, PluginTable table) {
        TextField field = new TextField();
        field.setPlaceholder(page.words("shell.plugins.search"));
        field.setAriaLabel(page.words("shell.plugins.search"));
        field.setPrefixComponent(Icon.of("search"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addClassName("pg-search");
        field.addValueChangeListener(change -> {
            search = change.getValue().strip().toLowerCase(Locale.ROOT);
            refresh(page, table);
        });
        return field;
    }

    private void refresh(Page page, PluginTable table) {
        seen = plugins.list();
        long on = seen.stream().filter(VIEWS.get("on")).count();
        page.lede(Text.of("shell.plugins.lede", on, seen.size() - on));
        chips.removeAll();
        VIEWS.forEach((id, chosen) -> {
            long count = seen.stream().filter(chosen).count();
            NativeButton chip = new NativeButton();
            chip.addClassName("pg-chip");
            chip.getElement().setAttribute("aria-pressed", String.valueOf(id.equals(view)));
            chip.getElement().setProperty("innerHTML", Markup.text(page.words("shell.plugins.view." + id))
                    .plus(Markup.element("span", "pg-count", Markup.text(String.valueOf(count)))).html());
            chip.addClickListener(click -> {
                view = id;
                refresh(page, table);
            });
            chips.add(chip);
        });
        List<Info> shown = seen.stream().filter(VIEWS.get(view)).filter(plugin -> matches(page, plugin)).toList();
        table.show(shown);
        table.getParent().ifPresent(card -> card.setVisible(!shown.isEmpty()));
        nothing.setVisible(shown.isEmpty());
    }

    private boolean matches(Page page, Info plugin) {
        return search.isEmpty() || (page.words(plugin.name()) + " " + page.words(plugin.summary()) + " " + plugin.id())
                .toLowerCase(Locale.ROOT).contains(search);
    }

    private void busy(String words) {
        busy.setVisible(!words.isEmpty());
        busy.removeAll();
        busy.add(Markup.trusted("<span class=\"pg-waiting-bar\"><span></span></span>").span(),
                Markup.text(words).span());
    }

    private static Map<String, Predicate<Info>> views() {
        Map<String, Predicate<Info>> views = new LinkedHashMap<>();
        views.put("all", plugin -> true);
        views.put("on", plugin -> plugin.state() == Plugins.State.ON);
        views.put("updates", plugin -> plugin.available().isPresent());
        views.put("look", plugin -> plugin.state() == Plugins.State.ON && (plugin.status() != Plugins.Status.RUNNING
                || plugin.health() == Plugins.Health.LOOK || plugin.health() == Plugins.Health.FAILING));
        return views;
    }
}
