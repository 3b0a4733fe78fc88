package org.pergola.shell.help;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.access.Access;
import org.pergola.api.text.Text;
import org.pergola.shell.help.HelpPages.HelpPage;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.Markup;

/** Help: what there is to read at the left, the page at the right. */
@ViewInfo(area = Area.PORTAL, path = "help", title = "shell.help.title", icon = "circle-help",
        permission = Access.SIGNED_IN, menu = false)
@Component(scope = ServiceScope.PROTOTYPE)
public final class HelpView implements View {
    private final HelpPages pages;

    @Activate
    public HelpView(@Reference HelpPages pages) {
        this.pages = pages;
    }

    @Override
    public void show(Page page) {
        List<HelpPage> all = pages.all();
        page.title(Text.of("shell.help.title")).lede(Text.of("shell.help.lede"));
        Optional<HelpPage> chosen = page.query("page")
                .flatMap(name -> all.stream().filter(help -> help.name().equals(name)).findFirst())
                .or(() -> all.stream().findFirst());
        Nav nav = new Nav();
        nav.addClassName("pg-settings-nav");
        nav.getElement().setAttribute("aria-label", page.words("shell.help.nav"));
        StringBuilder html = new StringBuilder();
        all.forEach(help -> html.append("<a router-link class=\"pg-nav-item\" href=\"")
                .append(Markup.escape(page.href("help?page=" + help.name()))).append('"')
                .append(chosen.filter(help::equals).isPresent() ? " aria-current=\"page\"" : "").append('>')
                .append(Markup.icon(help.plugin().isPresent() ? "puzzle" : "book-open").html()).append("<span>")
                .append(Markup.escape(help.title())).append("</span></a>"));
        nav.getElement().setProperty("innerHTML", html.toString());
        Div columns = new Div(nav);
        chosen.ifPresent(help -> columns.add(Markup.trusted(HelpPages.html(help.markdown()))
                .div("pg-prose")));
        columns.addClassName("pg-settings");
        page.add(columns);
    }
}
