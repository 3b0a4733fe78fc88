package org.pergola.persistence;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.host.Migrations;

/** Finds a bundle's scripts: {@code db/V*.sql} and {@code db/contract/V*.sql}. */
@Component
public final class BundleMigrations implements Migrations {

    private final Migrator migrator;

    @Activate
    public BundleMigrations(@Reference Store store) {
        this.migrator = store.migrator();
    }

    @Override
    public void expand(Bundle bundle, String pluginId) {
        expand(scripts(bundle, "db"), pluginId);
    }

    @Override
    public void expand(List<URL> scripts, String pluginId) {
        migrator.run(pluginId, pluginId + "_schema_history", scripts);
    }

    @Override
    public void contract(Bundle bundle, String pluginId) {
        migrator.run(pluginId, pluginId + "_schema_contract", scripts(bundle, "db/contract"));
    }

    private static List<URL> scripts(Bundle bundle, String folder) {
        Enumeration<URL> found = bundle.findEntries(folder, "V*.sql", false);
        return found == null ? List.of() : Collections.list(found);
    }
}
