package org.pergola.shell.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.shell.host.SlotBoard.PartEntry;
import org.pergola.shell.session.Failures;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotPart;

/** A slot in an open page: shows the parts that there are, and follows them as they come and go. */
final class SlotPlace extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ShellPage page;
    private final String name;
    private final transient Object context;
    private final transient Optional<String> activityType;
    private final transient Map<ServiceReference<SlotPart>, Shown> shown = new LinkedHashMap<>();

    private record Shown(PartEntry entry, ShellPage page) {
    }

    SlotPlace(ShellPage page, String name, Object context, Optional<String> activityType) {
        this.page = page;
        this.name = name;
        this.context = context;
        this.activityType = activityType;
        addClassNames("pg-slot", "pg-slot-" + name.replace('.', '-'));
    }

    void sync() {
        Services services = page.services();
        List<PartEntry> wanted = services.slots().parts(name, activityType).stream()
                .filter(part -> !services.hosts().isHeld(part.plugin())
                        && services.sees(part.permission(), page.actor()))
                .toList();
        List<ServiceReference<SlotPart>> references = wanted.stream().map(PartEntry::reference).toList();
        for (ServiceReference<SlotPart> reference : List.copyOf(shown.keySet())) {
            if (!references.contains(reference)) {
                take(shown.remove(reference));
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            PartEntry part = wanted.get(i);
            if (shown.containsKey(part.reference())) {
                shown.get(part.reference()).page().syncSlots();
            } else {
                put(part, Math.min(i, getComponentCount()));
            }
        }
        setVisible(getChildren().anyMatch(Component::isVisible));
    }

    void plugins(Set<PluginId> into) {
        shown.values().forEach(part -> part.page().plugins(into));
    }

    void close() {
        List.copyOf(shown.values()).forEach(this::take);
        shown.clear();
    }

    private void put(PartEntry part, int index) {
        ServiceObjects<SlotPart> objects = page.services().context().getServiceObjects(part.reference());
        SlotPart service = objects == null ? null : objects.getService();
        if (service == null) {
            return;
        }
        ShellPage partPage = page.part(part.plugin());
        partPage.onClose(() -> ShellPage.giveBack(() -> objects.ungetService(service)));
        shown.put(part.reference(), new Shown(part, partPage));
        addComponentAtIndex(index, partPage.root());
        Place place = new Place(partPage, context);
        try {
            partPage.guarded("part of " + name, () -> service.show(place));
        } catch (Refused hidden) {
            Failures.debug("A part of " + name + " has nothing for this person", hidden);
        } catch (Exception | LinkageError failed) {
            Failures.log("A part of " + name, failed);
        }
        partPage.root().setVisible(place.filled);
    }

    private void take(Shown part) {
        remove(part.page().root());
        part.page().close();
    }

    private static final class Place implements SlotContext {
        private final ShellPage page;
        private final Object context;
        private boolean filled;

        private Place(ShellPage page, Object context) {
            this.page = page;
            this.context = context;
        }

        @Override
        public Page page() {
            return page;
        }

        @Override
        public <T> Optional<T> context(Class<T> type) {
            return type.isInstance(context) ? Optional.of(type.cast(context)) : Optional.empty();
        }

        @Override
        public void add(Component... components) {
            filled = true;
            page.root().setVisible(true);
            page.add(components);
            page.root().getParent().ifPresent(place -> place.setVisible(true));
        }
    }
}
