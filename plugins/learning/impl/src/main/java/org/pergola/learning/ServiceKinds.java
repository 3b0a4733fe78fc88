package org.pergola.learning;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Learnable;

/** Asks the service registry anew each time, and keeps nothing. */
@Component
public final class ServiceKinds implements Kinds {

    private final BundleContext context;

    @Activate
    public ServiceKinds(BundleContext context) {
        this.context = context;
    }

    @Override
    public Optional<Learnable> learnable(String kind) {
        return first(Learnable.class, "(objectClass=*)", learnable -> learnable.kind().equals(kind));
    }

    @Override
    public Optional<ActivityType> type(String id) {
        return first(ActivityType.class, filter(id), type -> type.id().equals(id));
    }

    @Override
    public List<ActivityType> types() {
        return references(ActivityType.class, "(" + ActivityType.TYPE + "=*)").stream().sorted()
                .map(context::getService).filter(Objects::nonNull).toList();
    }

    @Override
    public String reporter(String type) {
        return references(ActivityType.class, filter(type)).stream().map(ServiceReference::getBundle)
                .filter(Objects::nonNull).findFirst().map(ServiceKinds::named).orElse(type);
    }

    private static String named(Bundle bundle) {
        Version version = bundle.getVersion();
        String name = bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1) + " " + version;
    }

    private <S> Optional<S> first(Class<S> service, String filter, Predicate<S> wanted) {
        return references(service, filter).stream().map(context::getService).filter(Objects::nonNull).filter(wanted)
                .findFirst();
    }

    private <S> Collection<ServiceReference<S>> references(Class<S> service, String filter) {
        try {
            return context.getServiceReferences(service, filter);
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalArgumentException("No activity type is called " + filter, wrong);
        }
    }

    private static String filter(String type) {
        StringBuilder escaped = new StringBuilder();
        for (char c : type.toCharArray()) {
            if ("\\*()".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return "(" + ActivityType.TYPE + "=" + escaped + ")";
    }
}
