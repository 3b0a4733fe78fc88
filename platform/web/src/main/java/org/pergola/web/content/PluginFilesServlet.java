package org.pergola.web.content;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.util.tracker.BundleTracker;
import org.pergola.api.host.WebFiles;
import org.pergola.api.plugin.Plugin;
import org.pergola.web.http.Problem;
import org.pergola.web.http.SecurityHeaders;

/**
 * The scripts and styles that plugins and the platform's modules bring for their pages, at
 * {@code /plugins/<id>/<hash>/<path>}. An old hash gets what there is now, unkept: a page that was open over an update.
 */
@Component(service = {Servlet.class, WebFiles.class})
@HttpWhiteboardServletPattern("/plugins/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=org.pergola.web)")
public final class PluginFilesServlet extends HttpServlet implements WebFiles {

    private static final long serialVersionUID = 1L;
    private static final String MODULE = "Pergola-Module";
    private static final int THERE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final transient Map<String, Bundle> byId = new ConcurrentHashMap<>();
    private final transient BundleFiles files = new BundleFiles();
    private final transient BundleTracker<String> bundles;

    @Activate
    public PluginFilesServlet(BundleContext context) {
        bundles = new BundleTracker<>(context, THERE, null) {
            @Override
            public String addingBundle(Bundle bundle, BundleEvent event) {
                Optional<String> id = id(bundle).filter(name -> bundle.getEntry("web/") != null);
                id.ifPresent(name -> byId.put(name, bundle));
                return id.orElse(null);
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, String id) {
                byId.remove(id, bundle);
                files.forget(bundle);
            }
        };
        bundles.open();
    }

    @Deactivate
    void close() {
        bundles.close();
    }

    @Override
    public Optional<String> address(Bundle bundle, String path) {
        return id(bundle).filter(id -> files.has(bundle, path))
                .map(id -> "/plugins/" + id + "/" + files.hash(bundle) + "/" + path);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = Optional.ofNullable(request.getPathInfo()).orElse("").split("/", 4);
        Optional<Bundle> bundle = parts.length < 4 ? Optional.empty() : Optional.ofNullable(byId.get(parts[1]));
        boolean current = bundle.isPresent() && files.hash(bundle.get()).equals(parts[2]);
        Optional<StoredFile> file = bundle.isEmpty() ? Optional.empty() : files.find(bundle.get(), parts[3],
                current ? "public, max-age=31536000, immutable" : "no-cache");
        if (file.isEmpty()) {
            Problem.of(404, "There is nothing here.").write(response);
            return;
        }
        SecurityHeaders.data(response);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        file.get().answer(request, response);
    }

    private static Optional<String> id(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.empty();
        }
        return revision.getDeclaredCapabilities(Plugin.NAMESPACE).stream()
                .map(capability -> String.valueOf(capability.getAttributes().get("plugin"))).findFirst()
                .or(() -> Optional.ofNullable(bundle.getHeaders("").get(MODULE)));
    }
}
