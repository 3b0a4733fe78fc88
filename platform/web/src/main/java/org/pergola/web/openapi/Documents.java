package org.pergola.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
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
    private volatile boolean stale = true;
    private ObjectNode current = Description.merge(Map.of());

    /** What the description of a bundle was made of. */
    private record Revision(String owner, long bundle, long modified, List<String> classes) {
    }

    @Activate
    public Documents(@Reference Applications applications) {
        this.applications = applications;
        applications.afterChanges(() -> {
            stale = true;
            document();
        });
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
            String owner = one.plugin().map(PluginId::value).orElse("platform");
            Revision revision = new Revision(owner, one.bundle().getBundleId(), one.bundle().getLastModified(),
                    one.classes());
            ObjectNode part = described.get(revision);
            try {
                part = part != null ? part : Description.of(owner, one.classes(), path -> open(one.bundle(), path));
                known.put(revision, part);
                parts.put(owner, part.deepCopy());
            } catch (IOException | RuntimeException failed) {
                LOG.warn("The REST resources of {} could not be described", owner, failed);
            }
        }
        described.clear();
        described.putAll(known);
        return Description.merge(parts);
    }

    private static InputStream open(Bundle bundle, String path) throws IOException {
        URL resource = bundle.getResource(path);
        return resource == null ? null : resource.openStream();
    }
}
