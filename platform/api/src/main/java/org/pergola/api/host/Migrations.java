package org.pergola.api.host;

import java.net.URL;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** Runs the scripts of a plugin's bundle, between resolve and start. @since 0.1 */
@ProviderType
public interface Migrations {

    /** {@code db/V*.sql}: additive. @throws org.pergola.api.error.Refused naming the script that failed */
    void expand(Bundle bundle, String pluginId);

    /** The same scripts out of a file that is not installed yet. Their names count, not where they lie. */
    void expand(List<URL> scripts, String pluginId);

    /** {@code db/contract/V*.sql}: what the old version needed and the new one does not; after commit. */
    void contract(Bundle bundle, String pluginId);
}
