package org.pergola.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The one pool of connections: Derby inside the data folder, or PostgreSQL where {@code pergola.db.url} names it.
 * Without a database nothing of the platform makes sense, so a start without one ends the framework, with a sentence.
 */
@Component(service = Store.class, immediate = true)
public final class Store {

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Migrator migrator;

    @Activate
    public Store(BundleContext context) {
        Path folder = Path.of(property(context, "pergola.data", "data")).toAbsolutePath().normalize();
        try {
            requireUtc();
            String url = property(context, "pergola.db.url", "");
            dialect = url.isEmpty() ? Dialect.DERBY : Dialect.POSTGRES;
            pool = url.isEmpty() ? DerbyPool.open(folder)
                    : PostgresPool.open(url, property(context, "pergola.db.user", ""),
                            property(context, "pergola.db.password", ""));
        } catch (StartRefused e) {
            StartFailure.tell(folder, e.getMessage(), e);
            StartFailure.stop(context);
            throw e;
        }
        transactions = new Transactions(pool, dialect);
        migrator = new Migrator(transactions);
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** Derby keeps no zone with a timestamp: in another one, an hour of each autumn would come back wrong. */
    private static void requireUtc() {
        if (!ZoneId.systemDefault().getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC)
                || !ZoneId.systemDefault().getRules().isFixedOffset()) {
            throw new StartRefused("The Java virtual machine runs in the time zone " + ZoneId.systemDefault()
                    + "; Pergola keeps time in UTC: start it with -Duser.timezone=UTC.", null);
        }
    }

    Transactions transactions() {
        return transactions;
    }

    Migrator migrator() {
        return migrator;
    }

    @Deactivate
    void close() {
        pool.close();
        if (dialect == Dialect.DERBY) {
            DerbyPool.shutDown();
        }
    }
}
