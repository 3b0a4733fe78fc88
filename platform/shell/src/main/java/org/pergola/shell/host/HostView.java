package org.pergola.shell.host;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.shell.host.ViewBoard.Match;
import org.pergola.shell.session.Failures;
import org.pergola.shell.session.Signing;
import org.pergola.ui.Area;

/**
 * What Vaadin routes to: asks for the view of the path and shows it. While the view's plugin is away a calm card stands
 * in its place, and the view comes back by itself at the same address.
 */
public abstract class HostView extends Div implements BeforeEnterObserver, HasDynamicTitle, Hosts.Live {
    private static final long serialVersionUID = 1L;

    private final transient Services services = Services.current();
    private final transient Set<Area> areas;
    private final transient Area area;
    private transient Actor actor = new Actor.Anonymous();
    private transient Optional<ShellPage> page = Optional.empty();
    private transient Optional<UI> ui = Optional.empty();
    private String path = "";
    private transient Map<String, List<String>> query = Map.of();
    private String menuPath = "";
    private String title = "";
    private transient Optional<PluginId> awaited = Optional.empty();
    private boolean waiting;

    protected HostView(Area area, Set<Area> areas) {
        this.area = area;
        this.areas = areas;
        addClassName("pg-host");
        setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        path = within(location.getPath());
        query = location.getQueryParameters().getParameters();
        actor = Signing.current();
        ui = Optional.of(event.getUI());
        Optional<Match> match = services.views().match(areas, path);
        boolean open = match.filter(found -> found.entry().permission().equals(Access.PUBLIC)).isPresent();
        if (actor.person().isEmpty() && !open) {
            event.forwardTo("login", QueryParameters.simple(Map.of("return", "/" + location.getPathWithQueryParameters())));
            return;
        }
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ui = Optional.of(event.getUI());
        services.hosts().opened(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        services.hosts().closed(this);
        close();
    }

    @Override
    public void follow() {
        ui.ifPresent(open -> {
            try {
                open.access(this::sync);
            } catch (UIDetachedException closed) {
                services.hosts().closed(this);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** What the window is called; also while the page is open. */
    void title(String words) {
        title = words(Text.of("shell.window", words));
        ui.ifPresent(open -> open.getPage().setTitle(title));
    }

    /** The path whose menu item is the present one. */
    public String menuPath() {
        return menuPath;
    }

    /** Looks again at what there is; under the session's lock. */
    void sync() {
        services.actors().run(actor, () -> {
            if (page.filter(shown -> !services.views().has(shown.entry())
                    || services.hosts().isHeld(shown.entry().plugin())).isPresent()) {
                rest();
            }
            if (waiting && services.views().match(areas, path)
                    .filter(found -> !services.hosts().isHeld(found.entry().plugin())).isPresent()) {
                show();
            }
            if (waiting && awaited.isPresent() && !services.hosts().isHeld(awaited)) {
                awaited = Optional.empty();
                instead(Calm.away(this::words, false));
            }
            page.ifPresent(ShellPage::syncSlots);
        });
    }

    /** The plugins whose code is in this page now. */
    Set<PluginId> plugins() {
        Set<PluginId> plugins = new HashSet<>();
        page.ifPresent(shown -> shown.plugins(plugins));
        return plugins;
    }

    Optional<UI> ui() {
        return ui;
    }

    Area area() {
        return area;
    }

    String path() {
        return path;
    }

    Actor actor() {
        return actor;
    }

    Map<String, List<String>> query() {
        return query;
    }

    void query(Map<String, List<String>> replaced) {
        query = replaced;
    }

    /** The view of the present path, from its beginning. */
    void show() {
        close();
        removeAll();
        waiting = false;
        awaited = Optional.empty();
        removeClassName("pg-waiting");
        title = words(Text.of("shell.brand"));
        Optional<Match> match = services.views().match(areas, path);
        if (match.isEmpty()) {
            absent();
        } else if (services.hosts().isHeld(match.get().entry().plugin())) {
            rest();
        } else if (!services.sees(match.get().entry().permission(), actor)) {
            add(Calm.notAllowed(this::words));
        } else {
            open(match.get());
        }
    }

    protected String words(Text text) {
        return services.texts().words(text, Signing.LOCALE);
    }

    private void open(Match match) {
        ShellPage opened = new ShellPage(services, this, match);
        page = Optional.of(opened);
        add(opened.root());
        title(words(Text.of(match.entry().title())));
        try {
            if (!opened.fill()) {
                rest();
            }
        } catch (Refused refused) {
            instead(Calm.refused(this::words, refused));
        } catch (Exception | LinkageError failed) {
            String reference = Failures.log("The page " + path, failed);
            instead(Calm.failed(this::words, reference));
        }
        menuPath = match.entry().menuPath();
        ui.ifPresent(open -> ComponentUtil.fireEvent(open, new Shown(open, area, menuPath)));
    }

    /** Nothing of the plugin is left in the page afterwards. */
    private void rest() {
        Optional<PluginId> plugin = page.map(ShellPage::entry)
                .or(() -> services.views().match(areas, path).map(Match::entry)).flatMap(ViewEntry::plugin);
        boolean held = services.hosts().isHeld(plugin);
        awaited = held ? plugin : Optional.empty();
        addClassName("pg-waiting");
        instead(Calm.away(this::words, held));
        waiting = true;
    }

    private void absent() {
        waiting = true;
        boolean known = services.views().gone(areas, path).isPresent();
        add(known ? Calm.away(this::words, false) : Calm.missing(this::words));
    }

    private void instead(Component card) {
        close();
        removeAll();
        add(card);
    }

    private void close() {
        page.ifPresent(ShellPage::close);
        page = Optional.empty();
    }

    private String within(String location) {
        String root = area.root().isEmpty() ? "" : area.root().substring(1);
        String inner = location.startsWith(root) ? location.substring(root.length()) : location;
        String start = inner.startsWith("/") ? inner.substring(1) : inner;
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }
}
