package org.pergola.shell.host;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pergola.api.host.Guard;
import org.pergola.ui.Area;
import org.pergola.ui.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which pages there are now, and which there were. */
@Component(service = ViewBoard.class)
public final class ViewBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ViewBoard.class);

    private final Guard guard;
    private final Announcer announcer;
    private final Map<ServiceReference<View>, ViewEntry> entries = new ConcurrentHashMap<>();
    private final Set<Gone> gone = ConcurrentHashMap.newKeySet();

    /** A page found by its path. */
    record Match(ViewEntry entry, Map<String, String> names) {
    }

    /** A page that was here before its plugin went away; only words. */
    record Gone(Area area, PathTemplate path, String title) {
    }

    @Activate
    public ViewBoard(@Reference Guard guard, @Reference Announcer announcer) {
        this.guard = guard;
        this.announcer = announcer;
    }

    @Reference(service = View.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addView(ServiceReference<View> reference) {
        if (!Constants.SCOPE_PROTOTYPE.equals(reference.getProperty(Constants.SERVICE_SCOPE))) {
            LOG.warn("The page {} of {} is not shown: a View has scope PROTOTYPE, one instance for each open page.",
                    reference.getProperty("component.name"), reference.getBundle().getSymbolicName());
            return;
        }
        ViewEntry entry = ViewEntry.of(reference, guard.owner(reference.getBundle()));
        if (entry.permission().isEmpty()) {
            LOG.warn("The page {} of {} is not shown: it names no permission.", entry.path(),
                    reference.getBundle().getSymbolicName());
            return;
        }
        entries.put(reference, entry);
        gone.remove(new Gone(entry.area(), entry.path(), entry.title()));
        announcer.changed();
    }

    void removeView(ServiceReference<View> reference) {
        ViewEntry entry = entries.remove(reference);
        if (entry != null) {
            gone.add(new Gone(entry.area(), entry.path(), entry.title()));
            announcer.changed();
        }
    }

    Optional<Match> match(Set<Area> areas, String path) {
        return entries.values().stream().filter(entry -> areas.contains(entry.area()))
                .sorted(Comparator.comparingLong((ViewEntry entry) -> -entry.path().literals())
                        .thenComparing(ViewEntry::reference, Comparator.reverseOrder()))
                .flatMap(entry -> entry.path().match(path).map(names -> new Match(entry, names)).stream())
                .findFirst();
    }

    /** Whether there was a page at this path whose plugin is away now. */
    Optional<Gone> gone(Set<Area> areas, String path) {
        return gone.stream().filter(was -> areas.contains(was.area()) && was.path().match(path).isPresent())
                .findFirst();
    }

    boolean has(ViewEntry entry) {
        return entries.containsKey(entry.reference());
    }

    /** What has an item in the menu of the area, in order; the asking person may see not all of it. */
    public List<ViewEntry> menu(Area area) {
        return entries.values().stream().filter(entry -> entry.menu() && entry.area() == area)
                .sorted(Comparator.comparingInt(ViewEntry::order).thenComparing(entry -> entry.path().toString()))
                .toList();
    }
}
