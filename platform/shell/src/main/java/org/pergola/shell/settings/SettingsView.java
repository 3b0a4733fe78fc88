package org.pergola.shell.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.settings.Settings;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Field;
import org.pergola.ui.form.Form;
import org.pergola.ui.form.Values;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Markup;

/** Settings: whose at the left, the form at the right. */
@ViewInfo(area = Area.ADMIN, path = "settings", title = "shell.settings.title", icon = "sliders-horizontal",
        permission = "kernel.settings.manage", section = ViewInfo.SYSTEM, order = 200)
@Component(scope = ServiceScope.PROTOTYPE)
public final class SettingsView implements View {
    private final Settings settings;

    @Activate
    public SettingsView(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public void show(Page page) {
        List<Settings.Page> pages = settings.pages();
        Optional<Settings.Page> chosen = page.query("pid").flatMap(settings::find)
                .or(() -> pages.stream().findFirst());
        page.title(Text.of("shell.settings.title"));
        if (chosen.isEmpty()) {
            page.add(EmptyState.of(page.words("shell.settings.empty.title"), page.words("shell.settings.empty")));
            return;
        }
        page.lede(Text.of("shell.settings.lede"));
        Div columns = new Div(menu(page, pages, chosen.get()), form(page, chosen.get()));
        columns.addClassName("pg-settings");
        page.add(columns);
    }

    private static Nav menu(Page page, List<Settings.Page> pages, Settings.Page chosen) {
        StringBuilder html = new StringBuilder();
        for (Settings.Page other : pages) {
            html.append("<a router-link class=\"pg-nav-item\" href=\"")
                    .append(Markup.escape(page.href("settings?pid=" + other.pid()))).append('"')
                    .append(other.pid().equals(chosen.pid()) ? " aria-current=\"page\"" : "").append('>')
                    .append(Markup.icon(icon(other)).html()).append("<span>")
                    .append(Markup.escape(other.name())).append("</span></a>");
        }
        Nav nav = new Nav();
        nav.addClassName("pg-settings-nav");
        nav.getElement().setAttribute("aria-label", page.words("shell.settings.nav"));
        nav.getElement().setProperty("innerHTML", html.toString());
        return nav;
    }

    private static String icon(Settings.Page page) {
        return switch (page.pid().substring(page.pid().lastIndexOf('.') + 1)) {
            case "kernel" -> "building-2";
            case "files" -> "hard-drive-upload";
            default -> "puzzle";
        };
    }

    private Form form(Page page, Settings.Page of) {
        Form form = page.form();
        form.section(of.name(), of.help());
        of.fields().forEach(described -> describe(page, form, described));
        form.onSave(page.words("shell.save"), values -> {
            settings.save(of.pid(), own(of, values));
            page.notify(Text.of("shell.settings.saved", of.name()));
        });
        return form;
    }

    /** What may be changed here; a password left empty stays as it is. */
    private static Map<String, String> own(Settings.Page of, Values values) {
        Map<String, String> all = values.strings();
        Map<String, String> own = new HashMap<>();
        of.fields().stream().filter(field -> field.file().isEmpty())
                .filter(field -> field.kind() != Settings.Kind.PASSWORD || !all.getOrDefault(field.key(), "").isEmpty())
                .filter(field -> all.containsKey(field.key()))
                .forEach(field -> own.put(field.key(), all.get(field.key())));
        return own;
    }

    private static void describe(Page page, Form form, Settings.Field described) {
        String value = described.value().orElse(described.defaultValue());
        Field field = switch (described.kind()) {
            case STRING -> form.text(described.key(), described.name()).value(value);
            case NUMBER -> number(form.number(described.key(), described.name()), value);
            case BOOLEAN -> form.toggle(described.key(), described.name()).value(Boolean.valueOf(value));
            case PASSWORD -> form.password(described.key(), described.name());
            case CHOICE -> form.choice(described.key(), described.name(), described.options()).value(value);
        };
        field.help(described.help());
        described.file().ifPresent(file -> field.locked(page.words("shell.settings.file", file)));
    }

    private static Field number(Field field, String value) {
        return value.isBlank() ? field : field.value(Double.valueOf(value));
    }
}
