package org.pergola.kernel.plugins.framework;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.pergola.api.plugin.PluginId;

/** The components of plugins, as Declarative Services tells of them. */
public final class Components {

    private final ServiceComponentRuntime runtime;

    public Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** One component; it keeps its name when its bundle is updated. */
    public record Key(long bundle, String name) {
    }

    /** Those that are there for others, or would be when asked for. */
    public Set<Key> satisfied(Collection<Bundle> bundles) {
        Set<Key> satisfied = new HashSet<>();
        for (ComponentDescriptionDTO component : components(bundles)) {
            if (runtime.getComponentConfigurationDTOs(component).stream().anyMatch(Components::isSatisfied)) {
                satisfied.add(new Key(component.bundle.id, component.name));
            }
        }
        return satisfied;
    }

    /** Those that are declared at all. */
    public Set<Key> declared(Collection<Bundle> bundles) {
        return components(bundles).stream().map(component -> new Key(component.bundle.id, component.name))
                .collect(Collectors.toSet());
    }

    /** Those that threw when they were activated, with the first line of what they said. */
    public Map<Key, String> failed(Collection<Bundle> bundles) {
        Map<Key, String> failed = new LinkedHashMap<>();
        for (ComponentDescriptionDTO component : components(bundles)) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    failed.put(new Key(component.bundle.id, component.name), reason(configuration.failure));
                }
            }
        }
        return failed;
    }

    /** What was at the bottom of it. */
    private static String reason(String stackTrace) {
        if (stackTrace == null) {
            return "";
        }
        String reason = stackTrace.lines().findFirst().orElse("");
        for (String line : stackTrace.lines().toList()) {
            if (line.startsWith("Caused by: ")) {
                reason = line.substring("Caused by: ".length());
            }
        }
        return reason.strip();
    }

    /**
     * The plugins whose components ask for services that this one offers, directly or through others: Declarative
     * Services stops and starts those components when it is swapped. Also those that nobody has used yet.
     */
    public Set<PluginId> usersOf(PluginId plugin, Collection<Bundle> plugins) {
        Map<PluginId, Set<Bundle>> bundles = new HashMap<>();
        plugins.forEach(bundle -> Bundles.plugin(bundle)
                .ifPresent(id -> bundles.computeIfAbsent(id, key -> new HashSet<>()).add(bundle)));
        Map<PluginId, Collection<ComponentDescriptionDTO>> asking = new HashMap<>();
        bundles.forEach((id, own) -> asking.put(id, components(own)));
        Set<PluginId> all = new HashSet<>();
        Deque<PluginId> next = new ArrayDeque<>(Set.of(plugin));
        while (!next.isEmpty()) {
            Set<ServiceReference<?>> offered = offered(bundles.getOrDefault(next.pop(), Set.of()));
            asking.forEach((user, descriptions) -> {
                if (!user.equals(plugin) && !all.contains(user)
                        && descriptions.stream().anyMatch(component -> asks(component, offered))) {
                    all.add(user);
                    next.push(user);
                }
            });
        }
        return all;
    }

    /**
     * The plugins that call this one's services without a reference of their own: whoever exports the interface of a
     * service looks for services of that kind, and may be in the midst of one. Their components stay as they are.
     */
    public Set<PluginId> callersOf(PluginId plugin, Collection<Bundle> plugins) {
        Set<String> packages = new HashSet<>();
        for (ServiceReference<?> service : offered(plugins.stream()
                .filter(bundle -> Bundles.plugin(bundle).filter(plugin::equals).isPresent()).toList())) {
            if (service.getProperty(Constants.OBJECTCLASS) instanceof String[] classes) {
                for (String name : classes) {
                    packages.add(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
                }
            }
        }
        Set<PluginId> callers = new HashSet<>();
        for (Bundle bundle : plugins) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                    .anyMatch(exported -> packages.contains(
                            exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))) {
                Bundles.plugin(bundle).ifPresent(callers::add);
            }
        }
        callers.remove(plugin);
        return callers;
    }

    private static Set<ServiceReference<?>> offered(Collection<Bundle> bundles) {
        Set<ServiceReference<?>> offered = new HashSet<>();
        for (Bundle bundle : bundles) {
            ServiceReference<?>[] services = bundle.getState() == Bundle.ACTIVE ? bundle.getRegisteredServices() : null;
            if (services != null) {
                offered.addAll(List.of(services));
            }
        }
        return offered;
    }

    private static boolean asks(ComponentDescriptionDTO component, Collection<ServiceReference<?>> offered) {
        for (ReferenceDTO reference : component.references) {
            for (ServiceReference<?> service : offered) {
                if (service.getProperty(Constants.OBJECTCLASS) instanceof String[] classes
                        && List.of(classes).contains(reference.interfaceName) && fits(reference.target, service)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(String target, ServiceReference<?> service) {
        try {
            return target == null || target.isEmpty() || FrameworkUtil.createFilter(target).match(service);
        } catch (InvalidSyntaxException e) {
            return false; // the component never gets a service by it either
        }
    }

    private Collection<ComponentDescriptionDTO> components(Collection<Bundle> bundles) {
        return bundles.isEmpty() ? Set.of()
                : runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new));
    }

    private static boolean isSatisfied(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.ACTIVE
                || configuration.state == ComponentConfigurationDTO.SATISFIED;
    }
}
