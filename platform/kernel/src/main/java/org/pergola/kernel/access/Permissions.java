package org.pergola.kernel.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.pergola.api.people.Roles;
import org.pergola.kernel.declared.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The permissions that exist: read from each bundle as it starts. What a plugin declared stays known while it is
 * stopped, so that a swap takes nothing from anybody.
 */
@Component(service = Permissions.class, immediate = true)
public final class Permissions implements BundleTrackerCustomizer<Declared> {

    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);

    private final Map<String, Declared> byOwner = new ConcurrentHashMap<>();
    private final Map<String, Declared.Permission> byName = new ConcurrentHashMap<>();
    private final List<Consumer<Declared>> readers = new CopyOnWriteArrayList<>();
    private final BundleTracker<Declared> tracker;

    @Activate
    public Permissions(BundleContext context) {
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    /** With these declarations alone, for tests. */
    Permissions(Collection<Declared> declared) {
        this.tracker = null;
        declared.forEach(this::declare);
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** Tells the reader everything that is declared, now and later, until the answer is run. */
    public Runnable read(Consumer<Declared> reader) {
        readers.add(reader);
        byOwner.values().forEach(reader);
        return () -> readers.remove(reader);
    }

    public boolean declared(String permission) {
        return byName.containsKey(permission);
    }

    Optional<Declared.Permission> find(String permission) {
        return Optional.ofNullable(byName.get(permission));
    }

    /** What the jobs and listeners of the owner pass. */
    Set<String> system(String owner) {
        Declared declared = byOwner.get(owner);
        return declared == null ? Set.of() : declared.system();
    }

    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    public List<Roles.Permission> all() {
        return byOwner.values().stream()
                .flatMap(declared -> declared.permissions().stream().map(permission -> permission.of(declared.owner())))
                .sorted(Comparator.comparing(Roles.Permission::name)).toList();
    }

    /** The key of the name of a suggested role. */
    Optional<String> roleNameKey(String roleKey) {
        return byOwner.values().stream().flatMap(declared -> declared.roles().stream())
                .filter(role -> role.id().equals(roleKey)).flatMap(role -> role.nameKey().stream()).findFirst();
    }

    @Override
    public Declared addingBundle(Bundle bundle, BundleEvent event) {
        URL file = bundle.getEntry("permissions.yaml");
        Optional<String> owner = file == null ? Optional.empty() : Owner.of(bundle);
        if (owner.isEmpty()) {
            return null;
        }
        try (InputStream yaml = file.openStream()) {
            Declared declared = new PermissionFile(owner.get()).read(yaml);
            declare(declared);
            readers.forEach(reader -> reader.accept(declared));
            return declared;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The permissions of {} cannot be read; they are refused to everybody", bundle, e);
            return null;
        }
    }

    private void declare(Declared declared) {
        Declared before = byOwner.put(declared.owner(), declared);
        Set<String> now = declared.permissions().stream().map(Declared.Permission::name).collect(Collectors.toSet());
        declared.permissions().forEach(permission -> byName.put(permission.name(), permission));
        if (before != null) {
            before.permissions().stream().map(Declared.Permission::name).filter(name -> !now.contains(name))
                    .forEach(byName::remove);
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Declared declared) {
        // From starting to started: nothing new in it.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Declared declared) {
        // Stays known, see above.
    }
}
