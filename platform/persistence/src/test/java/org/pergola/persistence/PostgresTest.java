package org.pergola.persistence;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The same on a real PostgreSQL, without Docker. */
class PostgresTest extends DatabaseContract {

    private EmbeddedPostgres server;
    private HikariDataSource pool;

    @Override
    DataSource open() throws IOException {
        server = EmbeddedPostgres.builder().start();
        pool = PostgresPool.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        return pool;
    }

    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    void shut() throws IOException {
        pool.close();
        server.close();
    }

    @Test
    void a_wrong_address_is_said_in_a_sentence() {
        StartRefused noAddress = assertThrows(StartRefused.class, () -> PostgresPool.open("jdbc:nonsense", "", ""));
        assertTrue(noAddress.getMessage().contains("jdbc:postgresql://host:5432/pergola"));
        StartRefused noDatabase = assertThrows(StartRefused.class, () -> PostgresPool.open(
                server.getJdbcUrl("postgres", "nobody"), "postgres", "postgres"));
        assertTrue(noDatabase.getMessage().contains("no database of that name"), noDatabase.getMessage());
    }
}
