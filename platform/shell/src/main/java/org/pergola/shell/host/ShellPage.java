package org.pergola.shell.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.ServiceObjects;
import org.pergola.api.actor.Actor;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;
import org.pergola.shell.host.ViewBoard.Match;
import org.pergola.shell.session.Failures;
import org.pergola.shell.session.Signing;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;

/** The page of one view or slot part in one browser window. Used under the session's lock, {@link #access} apart. */
final class ShellPage implements Page {
    private final Services services;
    private final HostView host;
    private final ViewEntry entry;
    private final Optional<PluginId> plugin;
    private final Address address;
    private final Work work;
    private final Layout layout;
    private final Actor actor;
    private final UI ui;
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final List<SlotPlace> slots = new ArrayList<>();
    private boolean closed;

    ShellPage(Services services, HostView host, Match match) {
        this(services, host, match.entry(), match.entry().plugin(),
                new Address(host, match, host.ui().orElseThrow()), new Layout(match.entry().area()));
    }

    private ShellPage(Services services, HostView host, ViewEntry entry, Optional<PluginId> plugin,
            Address address, Layout layout) {
        this.services = services;
        this.host = host;
        this.entry = entry;
        this.plugin = plugin;
        this.address = address;
        this.layout = layout;
        this.actor = host.actor();
        this.ui = host.ui().orElseThrow();
        this.work = new Work(services, actor, ui);
    }

    /** For a part of a slot: the same address and person, content and closing of its own. */
    ShellPage part(Optional<PluginId> ofPlugin) {
        return new ShellPage(services, host, entry, ofPlugin, address, new Layout());
    }

    Div root() {
        return layout.root();
    }

    ViewEntry entry() {
        return entry;
    }

    Services services() {
        return services;
    }

    /** @return false where the view has gone meanwhile */
    boolean fill() throws Exception {
        ServiceObjects<View> objects = services.context().getServiceObjects(entry.reference());
        if (objects == null) {
            return false;
        }
        View view = objects.getService();
        if (view == null) {
            return false;
        }
        onClose(() -> giveBack(() -> objects.ungetService(view)));
        guarded("page " + entry.path(), () -> view.show(this));
        return true;
    }

    void guarded(String activity, Runnable work) throws Exception {
        if (plugin.isEmpty()) {
            work.run();
        } else {
            services.guard().call(plugin.get(), activity, () -> {
                work.run();
                return Boolean.TRUE;
            });
        }
    }

    void syncSlots() {
        List.copyOf(slots).forEach(SlotPlace::sync);
    }

    void plugins(Set<PluginId> into) {
        plugin.ifPresent(into::add);
        slots.forEach(slot -> slot.plugins(into));
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        work.close();
        while (!closers.isEmpty()) {
            try {
                closers.pop().run();
            } catch (RuntimeException failed) {
                Failures.log("Closing the page " + path(), failed);
            }
        }
        slots.clear();
        layout.clear();
    }

    /** A service that is gone need not be given back. */
    static void giveBack(Runnable unget) {
        try {
            unget.run();
        } catch (IllegalStateException | IllegalArgumentException gone) {
            Failures.debug("A service was gone before it was given back", gone);
        }
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public boolean may(String permission) {
        return services.sees(permission, actor);
    }

    @Override
    public Area area() {
        return host.area();
    }

    @Override
    public String path() {
        return host.path();
    }

    @Override
    public String param(String name) {
        return address.param(name);
    }

    @Override
    public Optional<String> query(String name) {
        return address.query(name);
    }

    @Override
    public Locale locale() {
        return Signing.LOCALE;
    }

    @Override
    public ZoneId zone() {
        return services.clock().zone();
    }

    @Override
    public Instant now() {
        return services.clock().now();
    }

    @Override
    public String words(Text text) {
        return services.texts().words(text, locale());
    }

    @Override
    public Page title(Text title) {
        String said = words(title);
        layout.title(said);
        host.title(said);
        return this;
    }

    @Override
    public Page window(Text title) {
        host.title(words(title));
        return this;
    }

    @Override
    public Page lede(Text lede) {
        layout.lede(words(lede));
        return this;
    }

    @Override
    public Page crumb(Text label, String path) {
        layout.crumb(words("shell.crumbs"), words(label), href(path));
        return this;
    }

    @Override
    public Page actions(Component... components) {
        layout.actions(components);
        return this;
    }

    @Override
    public Page add(Component... components) {
        layout.add(components);
        return this;
    }

    @Override
    public Page aside(Component... components) {
        layout.aside(components);
        return this;
    }

    @Override
    public Page bare() {
        layout.bare();
        return this;
    }

    @Override
    public Page clear() {
        layout.clear();
        return this;
    }

    @Override
    public Component slot(String name, Object context) {
        return slot(new SlotPlace(this, name, context, Optional.empty()));
    }

    @Override
    public Component slot(String name, Object context, String activityType) {
        return slot(new SlotPlace(this, name, context, Optional.of(activityType)));
    }

    private Component slot(SlotPlace place) {
        slots.add(place);
        onClose(place::close);
        place.sync();
        return place;
    }

    @Override
    public void module(String file) {
        Modules.address(entry.reference().getBundle(), plugin, file)
                .ifPresent(module -> ui.getPage().addJsModule(module));
    }

    @Override
    public void navigate(String path) {
        address.go(href(path));
    }

    @Override
    public void replace(String name, String value) {
        address.replace(href(path()), name, value);
    }

    @Override
    public void reload() {
        host.show();
    }

    @Override
    public <T> void load(Supplier<T> slow, Consumer<T> then) {
        onClose(work.load(action -> guarded("load " + entry.path(), action), slow, then));
    }

    @Override
    public void every(Duration apart, Runnable action) {
        onClose(work.every(apart, action));
    }

    @Override
    public void access(Runnable action) {
        work.access(action);
    }

    @Override
    public void onClose(Runnable action) {
        closers.push(action);
    }
}
