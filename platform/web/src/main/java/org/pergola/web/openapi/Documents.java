package org.pergola.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.jandex.IndexView;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.plugin.PluginId;
import org.pergola.web.rest.Applications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The description of all resources there are, made anew a little after they have changed. */
@Component(service = Documents.class, immediate = true)
public final class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final Applications applications;
    private final Map<Revision, ObjectNode> described = new HashMap<>();
    private final Runnable describing;
    private volatile boolean stale = true;
    private ObjectNode current = Description.merge(Map.of());

    /** What the description of a bundle was made of. */
    private record Revision(String owner, long bundle, long modified, List<String> classes) {
    }

    @Activate
    public Documents(@Reference Applications applications) {
        this.applications = applications;
        describing = applications.afterChanges(() -> {
            stale = true;
            document();
        });
    }

    @Deactivate
    void close() {
        describing.run();
    }

    /** The whole document; whoever comes before it is made makes it. */
    synchronized ObjectNode document() {
        if (stale) {
            stale = false;
            current = describe();
        }
        return current;
    }

    private ObjectNode describe() {
        Map<String, ObjectNode> parts = new TreeMap<>();
        Map<Revision, ObjectNode> known = new HashMap<>();
        for (Applications.Described one : applications.described()) {
            String owner = one.plugin().map(PluginId::value).orElseGet(() -> module(one.bundle()));
            Revision revision = new Revision(owner, one.bundle().getBundleId(), one.revision(), one.classes());
            Optional<ObjectNode> part = Optional.ofNullable(described.get(revision)).or(() -> describe(owner, one));
            part.ifPresent(present -> {
                known.put(revision, present);
                parts.put(owner, present.deepCopy());
            });
        }
        described.clear();
        described.putAll(known);
        return Description.merge(parts);
    }

    /** Reads the bundle while nobody swaps it; what is made of that afterwards holds nobody up. */
    private Optional<ObjectNode> describe(String owner, Applications.Described one) {
        AtomicReference<IndexView> index = new AtomicReference<>();
        try {
            applications.inside(one.plugin(), () -> {
                try {
                    index.set(ClassIndex.of(one.classes(), path -> open(one.bundle(), path)));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
            return index.get() == null ? Optional.empty() : Optional.of(Description.of(owner, index.get()));
        } catch (IOException | RuntimeException failed) {
            LOG.warn("The REST resources of {} could not be described", owner, failed);
            return Optional.empty();
        }
    }

    /** Resources of this bundle are the platform's; another bundle of the platform has its own name. */
    private static String module(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.equals("org.pergola.web") ? "platform" : name.substring(name.lastIndexOf('.') + 1);
    }

    private static InputStream open(Bundle bundle, String path) throws IOException {
        URL resource = bundle.getResource(path);
        return resource == null ? null : resource.openStream();
    }
}
