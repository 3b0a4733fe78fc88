package org.pergola.shell.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Optional;
import org.pergola.api.actor.Actor;
import org.pergola.api.people.PersonRef;
import org.pergola.api.text.Text;
import org.pergola.shell.host.HostView;
import org.pergola.shell.host.Hosts;
import org.pergola.shell.host.Services;
import org.pergola.shell.host.Shown;
import org.pergola.shell.host.ViewEntry;
import org.pergola.shell.session.Signing;
import org.pergola.ui.Area;
import org.pergola.ui.part.Markup;

/** A frame whose menu follows the pages that there are. */
abstract class Frame extends Div implements RouterLayout, Hosts.Live {
    private static final long serialVersionUID = 1L;

    private final transient Services services = Services.current();
    private final Area area;
    private final Main main = new Main();
    private transient Optional<UI> ui = Optional.empty();
    private transient List<Registration> registrations = List.of();
    private String marked = "";
    private String drawn = "";

    Frame(Area area) {
        this.area = area;
        main.addClassName("pg-main");
        Anchor skip = new Anchor("#content", words("shell.skip"));
        skip.addClassName("pg-skip");
        skip.getElement().setAttribute("router-ignore", true);
        add(skip);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        if (content instanceof HostView host) {
            marked = host.menuPath();
        }
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ui = Optional.of(event.getUI());
        registrations = List.of(ComponentUtil.addListener(event.getUI(), Shown.class, shown -> {
            if (shown.area() == area) {
                marked = shown.menuPath();
                redraw();
            }
        }));
        event.getUI().getElement().executeJs("document.documentElement.dataset.area = $0",
                area == Area.ADMIN ? "admin" : "portal");
        services.hosts().opened(this);
        redraw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        services.hosts().closed(this);
        registrations.forEach(Registration::remove);
        registrations = List.of();
    }

    @Override
    public void follow() {
        ui.ifPresent(open -> {
            try {
                open.access(this::redraw);
            } catch (UIDetachedException closed) {
                services.hosts().closed(this);
            }
        });
    }

    /** Draws the menu; only called where something in it has changed. */
    abstract void draw(List<ViewEntry> items, String current);

    Main main() {
        return main;
    }

    Services services() {
        return services;
    }

    Actor actor() {
        return Signing.current();
    }

    PersonRef person() {
        return actor().person().flatMap(id -> Optional.ofNullable(services.people().refs(List.of(id)).get(id)))
                .orElseGet(() -> new PersonRef(new java.util.UUID(0, 0), "", Optional.empty()));
    }

    final String words(String key, Object... arguments) {
        return services.texts().words(Text.of(key, arguments), Signing.LOCALE);
    }

    Markup item(ViewEntry entry, String current) {
        boolean here = entry.pathWords().equals(current);
        return new Markup("<a router-link class=\"pg-nav-item\" href=\"" + Markup.escape(entry.address()) + "\""
                + (here ? " aria-current=\"page\"" : "") + ">" + Markup.icon(entry.icon()).html() + "<span>"
                + Markup.escape(words(entry.title())) + "</span></a>");
    }

    private void redraw() {
        Actor actor = actor();
        services.actors().run(actor, () -> {
            List<ViewEntry> items = services.views().menu(area).stream()
                    .filter(entry -> services.sees(entry.permission(), actor)).toList();
            String wanted = marked + items.stream().map(entry -> entry.pathWords() + " " + entry.title()).toList();
            if (!wanted.equals(drawn)) {
                drawn = wanted;
                draw(items, marked);
            }
        });
    }
}
