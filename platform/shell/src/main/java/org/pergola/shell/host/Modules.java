package org.pergola.shell.host;

import java.net.URL;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.pergola.api.plugin.PluginId;

/** Where the files of a bundle's {@code web/} folder are served: {@code /plugins/<id>/<version of the bytes>/<file>}. */
final class Modules {
    private Modules() {
    }

    static Optional<String> address(Bundle bundle, Optional<PluginId> plugin, String file) {
        URL entry = bundle.getEntry("web/" + file);
        return entry == null ? Optional.empty() : Optional.of("/plugins/"
                + plugin.map(PluginId::value).orElse(bundle.getSymbolicName()) + "/"
                + Long.toHexString(bundle.getLastModified()) + "/" + file);
    }
}
