package org.pergola.web.gate;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pergola.api.plugin.PluginId;

/**
 * Which plugins a request's path belongs to. What a plugin has declared or registered is remembered by its name while
 * its bundle is away, and replaced when it comes back.
 */
public final class PathOwners {

    private static final String REST = "/api/v1/";
    private static final String STATIC = "/plugins/";
    private static final String PLAY = "/play/";

    private final Map<PluginId, Set<String>> segments = new ConcurrentHashMap<>();
    private final Map<PluginId, Predicate<String>> routes = new ConcurrentHashMap<>();
    private volatile Function<String, Optional<PluginId>> tokens = token -> Optional.empty();

    /** The first segments that the plugin's manifest names. */
    public void declare(PluginId plugin, Set<String> firstSegments) {
        segments.put(plugin, Set.copyOf(firstSegments));
    }

    /** The paths below {@code /api/v1} that the plugin's resources answer. */
    public void answers(PluginId plugin, Predicate<String> paths) {
        routes.put(plugin, paths);
    }

    /** Whose content a play token opens. */
    public void tokens(Function<String, Optional<PluginId>> lookup) {
        tokens = lookup;
    }

    /** @param path of the request, as it was sent */
    public Set<PluginId> of(String path) {
        if (path.startsWith(REST)) {
            return ofRest(path.substring(REST.length()));
        }
        if (path.startsWith(STATIC)) {
            String id = first(path.substring(STATIC.length()));
            return one(segments.keySet().stream().filter(plugin -> plugin.value().equals(id)).findFirst());
        }
        if (path.startsWith(PLAY)) {
            return one(tokens.apply(first(path.substring(PLAY.length()))));
        }
        return Set.of();
    }

    private Set<PluginId> ofRest(String path) {
        String first = first(path);
        Set<PluginId> owners = new HashSet<>();
        segments.forEach((plugin, declared) -> {
            if (declared.contains(first)) {
                owners.add(plugin);
            }
        });
        routes.forEach((plugin, paths) -> {
            if (paths.test("/" + path)) {
                owners.add(plugin);
            }
        });
        return owners;
    }

    private static Set<PluginId> one(Optional<PluginId> plugin) {
        return plugin.map(Set::of).orElse(Set.of());
    }

    private static String first(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }
}
