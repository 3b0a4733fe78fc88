package org.pergola.api.host;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** Where the files of a bundle's {@code web/} folder are served to pages. @since 0.1 */
@ProviderType
public interface WebFiles {

    /**
     * The address of a file on the portal: {@code /plugins/<id>/<hash>/<path>}. The hash is that of the whole folder,
     * so browsers keep what they have for ever.
     *
     * @param path below {@code web/}, such as {@code chart.js}
     * @return empty where the bundle is no plugin's or platform module's, or has no such file
     */
    Optional<String> address(Bundle bundle, String path);
}
