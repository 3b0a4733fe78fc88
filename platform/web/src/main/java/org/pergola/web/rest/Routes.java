package org.pergola.web.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.glassfish.jersey.uri.PathPattern;
import org.osgi.framework.Bundle;
import org.pergola.api.plugin.PluginId;
import org.pergola.web.gate.PathOwners;

/** Finds the group of resources that answers a path: the most literal root path wins, whichever bundle it is of. */
final class Routes {

    private final Function<Bundle, Optional<PluginId>> owner;
    private final PathOwners owners;
    private final Map<Bundle, Group> groups = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Route> routes = List.of();

    private record Route(PathPattern pattern, Group group) {
    }

    Routes(Function<Bundle, Optional<PluginId>> owner, PathOwners owners) {
        this.owner = owner;
        this.owners = owners;
    }

    /** Told when the resources of some bundle have changed. */
    void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    void noLongerWhenChanged(Runnable listener) {
        listeners.remove(listener);
    }

    /** @param path below {@code /api/v1}, with its leading slash */
    Optional<Group> find(String path) {
        return routes.stream().filter(route -> route.pattern().match(path) != null).map(Route::group).findFirst();
    }

    synchronized List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** @param key what the resource is removed by */
    synchronized boolean add(Bundle bundle, Object key, Object resource) {
        Group group = groups.computeIfAbsent(bundle, one -> new Group(one, owner.apply(one)));
        boolean added = group.add(key, resource);
        groups.values().removeIf(Group::isEmpty);
        sort();
        return added;
    }

    synchronized void remove(Object key) {
        groups.values().forEach(group -> group.remove(key));
        groups.values().removeIf(Group::isEmpty);
        sort();
    }

    private void sort() {
        List<Route> all = new ArrayList<>();
        groups.values().forEach(group -> group.patterns().forEach(pattern -> all.add(new Route(pattern, group))));
        all.sort(Comparator.comparing(Route::pattern, PathPattern.COMPARATOR));
        routes = List.copyOf(all);
        for (Group group : groups.values()) {
            List<PathPattern> patterns = group.patterns();
            Predicate<String> answers = path -> patterns.stream().anyMatch(pattern -> pattern.match(path) != null);
            group.plugin().ifPresent(plugin -> owners.answers(plugin, answers));
        }
        listeners.forEach(Runnable::run);
    }
}
