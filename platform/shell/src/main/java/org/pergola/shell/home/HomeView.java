package org.pergola.shell.home;

import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.access.Access;
import org.pergola.api.host.ResourceAccess;
import org.pergola.api.people.People;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.Slots;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Go;

/** The portal's start page: a greeting, and what plugins have for this person. */
@ViewInfo(area = Area.PORTAL, path = "", title = "shell.home.title", icon = "house", permission = Access.SIGNED_IN,
        order = 0)
@Component(scope = ServiceScope.PROTOTYPE)
public final class HomeView implements View {
    private final People people;
    private final ResourceAccess administration;

    @Activate
    public HomeView(@Reference People people, @Reference ResourceAccess administration) {
        this.people = people;
        this.administration = administration;
    }

    @Override
    public void show(Page page) {
        page.title(Greeting.of(page, people));
        Div main = new Div(page.slot(Slots.HOME_HERO, ""), page.slot(Slots.HOME_MAIN, ""));
        main.addClassName("pg-home-main");
        Div home = new Div(main, page.slot(Slots.HOME_SIDE, ""));
        home.addClassName("pg-home");
        page.add(page.slot(Slots.HOME_LEDE, ""), home, empty(page));
    }

    /** The style sheet hides it as soon as any slot has something. */
    private EmptyState empty(Page page) {
        EmptyState empty = EmptyState.of(page.words("shell.home.empty.title"), page.words("shell.home.empty"));
        empty.addClassName("pg-home-empty");
        if (administration.administers(page.person())) {
            empty.ways(Go.button("/admin/plugins", "puzzle", page.words("shell.home.empty.plugins"), "primary"));
        }
        return empty;
    }
}
