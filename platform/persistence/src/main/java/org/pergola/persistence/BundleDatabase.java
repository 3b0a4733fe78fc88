package org.pergola.persistence;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.data.Database;
import org.pergola.api.host.Migrations;

/** One for each bundle that asks: its entities, its place in the transaction. Ends with the bundle's last use. */
@Component(service = Database.class, scope = ServiceScope.BUNDLE)
public final class BundleDatabase implements Database {

    /** The entities of a bundle, comma separated; written by bnd. */
    static final String ENTITIES = "Pergola-Entities";

    /** Marks a bundle of the platform that has tables, with the name that stands before them. */
    static final String MODULE = "Pergola-Module";

    private final OpenDatabases open;
    private final Bundle bundle;
    private final UnitDatabase database;

    @Activate
    public BundleDatabase(ComponentContext context, @Reference Store store, @Reference Migrations migrations,
            @Reference OpenDatabases open) {
        this.open = open;
        this.bundle = context.getUsingBundle();
        String module = bundle.getHeaders("").get(MODULE);
        if (module != null) {
            migrations.expand(bundle, module);
        }
        this.database = new UnitDatabase(store.transactions(), new PersistenceUnit(bundle.getSymbolicName(),
                bundle.adapt(BundleWiring.class).getClassLoader(), entities(bundle), store.transactions()));
        open.add(bundle, database);
    }

    private static List<String> entities(Bundle bundle) {
        String header = bundle.getHeaders("").get(ENTITIES);
        return header == null ? List.of()
                : Arrays.stream(header.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return database.write(work);
    }

    @Override
    public boolean writing() {
        return database.writing();
    }

    @Override
    public void afterCommit(Runnable action) {
        database.afterCommit(action);
    }

    @Deactivate
    void close() {
        open.remove(bundle, database);
        database.close();
    }
}
