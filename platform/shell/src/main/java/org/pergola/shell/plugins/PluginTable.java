package org.pergola.shell.plugins;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.plugin.Plugins.Info;
import org.pergola.ui.Page;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Status;

/** A row for each plugin: what it does, who uses it, health in a word, its version, and a switch. */
final class PluginTable extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final transient Page page;
    private final transient PluginChanges changes;
    private final boolean manages;

    PluginTable(Page page, PluginChanges changes) {
        this.page = page;
        this.changes = changes;
        this.manages = page.may("kernel.plugin.manage");
        addClassName("pg-table");
        getElement().setAttribute("aria-label", page.words("shell.plugins.title"));
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("plugin", "used", "health", "version", "on")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(page.words("shell.plugins." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableHeaderCell more = new NativeTableHeaderCell();
        more.add(Markup.element("span", "pg-hidden", Markup.text(page.words("shell.plugins.more"))).span());
        head.add(more);
        getHead().add(head);
    }

    void show(List<Info> plugins) {
        getBody().removeAll();
        plugins.forEach(plugin -> getBody().add(row(plugin)));
    }

    private NativeTableRow row(Info plugin) {
        boolean on = plugin.state() == Plugins.State.ON;
        Markup tile = on ? Markup.tile(plugin.iconName(), plugin.hue()) : Markup.tile(plugin.iconName(), "muted");
        NativeTableRow row = new NativeTableRow(
                cell(Markup.led(tile, page.words(plugin.name()), page.words(plugin.summary())).span()),
                cell(used(plugin).span()), cell(health(plugin).span()), cell(version(plugin)), cell(toggle(plugin)),
                cell(manages ? menu(plugin) : new Div()));
        row.getElement().setAttribute("data-plugin", plugin.id().value());
        return row;
    }

    private Markup used(Info plugin) {
        if (plugin.usage().isEmpty()) {
            return Markup.element("span", "pg-two", Markup.text(page.words("shell.plugins.nobody")),
                    Markup.quiet(dependents(plugin)));
        }
        return Markup.element("span", "pg-two", Markup.text(page.words(plugin.usage().get(0).words())),
                Markup.quiet(plugin.usage().size() > 1 ? page.words(plugin.usage().get(1).words())
                        : dependents(plugin)));
    }

    private String dependents(Info plugin) {
        return plugin.dependents().isEmpty() ? "" : page.words("shell.plugins.dependents", plugin.dependents().size());
    }

    private Markup health(Info plugin) {
        String reason = plugin.reason().map(page::words).orElse("");
        return switch (plugin.status()) {
            case OFF -> Status.OFF.markup(page.words("shell.plugins.off"));
            case FAILED -> two(Status.MISSING.markup(page.words("shell.plugins.failed")), reason);
            case WAITING -> two(Status.SOON.markup(page.words("shell.plugins.waiting")), reason);
            case RUNNING -> switch (plugin.health()) {
                case HEALTHY, UNKNOWN -> Status.OK.markup(page.words("shell.plugins.healthy"));
                case LOOK -> two(Status.LOOK.markup(page.words("shell.plugins.look")), reason);
                case FAILING -> two(Status.LATE.markup(page.words("shell.plugins.failing")), reason);
            };
        };
    }

    private static Markup two(Markup status, String reason) {
        return reason.isEmpty() ? status : Markup.element("span", "pg-two", status, Markup.quiet(reason));
    }

    private Component version(Info plugin) {
        Div version = new Div(Markup.quiet(plugin.version()).span());
        version.addClassName("pg-version");
        if (manages) {
            plugin.available().ifPresent(newer -> {
                var update = Push.quiet("arrow-up", newer, () -> changes.updateToBundled(page, plugin));
                update.addClassName("pg-small-button");
                update.setAriaLabel(page.words("shell.plugins.update.to", page.words(plugin.name()), newer));
                version.add(update);
            });
        }
        return version;
    }

    private Component toggle(Info plugin) {
        boolean on = plugin.state() == Plugins.State.ON;
        Checkbox box = new Checkbox(on);
        box.getElement().getThemeList().add("switch");
        box.setAriaLabel(page.words("shell.plugins.switch", page.words(plugin.name())));
        box.setReadOnly(!manages);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                box.setValue(on);
                if (on) {
                    changes.off(page, plugin);
                } else {
                    changes.on(page, plugin);
                }
            }
        });
        return box;
    }

    private Component menu(Info plugin) {
        NativeDetails menu = new NativeDetails();
        menu.addClassName("pg-menu");
        menu.setSummary(Markup.icon("ellipsis-vertical").plus(Markup.element("span", "pg-hidden",
                Markup.text(page.words("shell.plugins.more.of", page.words(plugin.name()))))).span());
        Div items = new Div();
        items.addClassName("pg-menu-items");
        Go settings = Go.around(page.href("settings?pid=org.pergola." + plugin.id()), Markup.icon("sliders-horizontal")
                .plus(Markup.element("span", "", Markup.text(page.words("shell.plugins.settings")))).span());
        settings.addClassName("pg-menu-item");
        NativeButton uninstall = new NativeButton();
        uninstall.addClassName("pg-menu-item");
        uninstall.add(Markup.icon("trash-2").plus(Markup.element("span", "",
                Markup.text(page.words("shell.plugins.uninstall")))).span());
        uninstall.addClickListener(click -> changes.uninstall(page, plugin));
        items.add(settings, uninstall);
        menu.setContent(items);
        return menu;
    }

    private static NativeTableCell cell(Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        return cell;
    }
}
