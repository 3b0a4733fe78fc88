package org.pergola.shell.host;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which parts there are for the slots. */
@Component(service = SlotBoard.class)
public final class SlotBoard {
    private static final Logger LOG = LoggerFactory.getLogger(SlotBoard.class);

    private final Guard guard;
    private final Announcer announcer;
    private final Map<ServiceReference<SlotPart>, PartEntry> entries = new ConcurrentHashMap<>();

    /** A part as its service properties describe it. */
    record PartEntry(ServiceReference<SlotPart> reference, String slot, int version, int order, String permission,
            String activityType, Optional<PluginId> plugin) {
    }

    @Activate
    public SlotBoard(@Reference Guard guard, @Reference Announcer announcer) {
        this.guard = guard;
        this.announcer = announcer;
    }

    @Reference(service = SlotPart.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(ServiceReference<SlotPart> reference) {
        if (!Constants.SCOPE_PROTOTYPE.equals(reference.getProperty(Constants.SERVICE_SCOPE))) {
            LOG.warn("The part {} of {} is not shown: a SlotPart has scope PROTOTYPE, one instance for each open page.",
                    reference.getProperty("component.name"), reference.getBundle().getSymbolicName());
            return;
        }
        entries.put(reference, new PartEntry(reference, string(reference, "slot"), number(reference, "version", 1),
                number(reference, "order", 1000), string(reference, "permission"), string(reference, "activityType"),
                guard.owner(reference.getBundle())));
        announcer.changed();
    }

    void removePart(ServiceReference<SlotPart> reference) {
        if (entries.remove(reference) != null) {
            announcer.changed();
        }
    }

    /** In order. @param name with the version behind an at sign, where it is not the first */
    List<PartEntry> parts(String name, Optional<String> activityType) {
        int at = name.indexOf('@');
        String slot = at < 0 ? name : name.substring(0, at);
        int version = at < 0 ? 1 : Integer.parseInt(name.substring(at + 1));
        return entries.values().stream()
                .filter(part -> part.slot().equals(slot) && part.version() == version
                        && activityType.map(part.activityType()::equals).orElse(true))
                .sorted(Comparator.comparingInt(PartEntry::order)
                        .thenComparing(PartEntry::reference, Comparator.reverseOrder()))
                .toList();
    }

    private static String string(ServiceReference<?> reference, String name) {
        return reference.getProperty(SlotInfo.PREFIX_ + name) instanceof String value ? value : "";
    }

    private static int number(ServiceReference<?> reference, String name, int otherwise) {
        return reference.getProperty(SlotInfo.PREFIX_ + name) instanceof Integer value ? value : otherwise;
    }
}
