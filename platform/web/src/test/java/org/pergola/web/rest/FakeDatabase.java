package org.pergola.web.rest;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;

/** A Derby in memory with the module's own tables; writes join, failures roll back. */
public final class FakeDatabase implements Database {

    private final String url = "jdbc:derby:memory:" + UUID.randomUUID();
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    public FakeDatabase() {
        try (Connection connection = DriverManager.getConnection(url + ";create=true")) {
            run(connection, "V1__web.sql");
            run(connection, "V2__keys.sql");
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String name) throws SQLException, java.io.IOException {
        try (var script = FakeDatabase.class.getResourceAsStream("/db/" + name)) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\n]*", "")
                    .replace("${uuid}", "CHAR(36)").replace("${instant}", "TIMESTAMP").replace("${text}", "CLOB");
            for (String statement : sql.split(";")) {
                if (!statement.isBlank()) {
                    connection.createStatement().execute(statement);
                }
            }
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return write(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        if (current.get() != null) {
            return work.with(tx(current.get()));
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.with(tx(connection));
                connection.commit();
                return result;
            } catch (RuntimeException | Error failed) {
                connection.rollback();
                throw failed;
            } finally {
                current.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    private static Tx tx(Connection connection) {
        DSLContext sql = DSL.using(connection, SQLDialect.DERBY,
                new org.jooq.conf.Settings().withRenderQuotedNames(org.jooq.conf.RenderQuotedNames.NEVER));
        return new Tx() {
            @Override
            public EntityManager em() {
                throw new UnsupportedOperationException();
            }

            @Override
            public DSLContext sql() {
                return sql;
            }
        };
    }
}
