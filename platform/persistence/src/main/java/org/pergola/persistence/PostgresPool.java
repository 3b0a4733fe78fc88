package org.pergola.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;

/** PostgreSQL: for production, and for more than one node. */
final class PostgresPool {

    /** The database may be starting at the same time as we do. */
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("pergola.db.wait", 15));

    private PostgresPool() {
    }

    static HikariDataSource open(String url, String user, String password) {
        if (!new Driver().acceptsURL(url)) {
            throw new StartRefused("\"" + url + "\" is no address of a database: pergola.db.url reads like "
                    + "jdbc:postgresql://host:5432/pergola.", null);
        }
        tryOut(url, user, password);
        HikariConfig config = new HikariConfig();
        config.setPoolName("pergola");
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties(user, password));
        config.setMaximumPoolSize(Integer.getInteger("pergola.db.pool", 24));
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    private static Properties properties(String user, String password) {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "pergola");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // a string goes into a jsonb or uuid column as it is
        properties.setProperty("stringtype", "unspecified");
        return properties;
    }

    private static void tryOut(String url, String user, String password) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = new Driver().connect(url, properties(user, password))) {
                requireRecent(connection);
                return;
            } catch (SQLException e) {
                boolean comingUp = "57P03".equals(e.getSQLState()) || "08001".equals(e.getSQLState());
                if (!comingUp || System.nanoTime() > end) {
                    throw new StartRefused(sentence(url, user, e), e);
                }
                pause();
            }
        }
    }

    private static void requireRecent(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < 14) {
            throw new StartRefused("The database is PostgreSQL " + major + "; Pergola needs 14 or newer.", null);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was broken off while waiting for the database.", e);
        }
    }

    private static String sentence(String url, String user, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String reason = switch (state) {
            case "28P01", "28000" -> "it does not accept the user \"" + user + "\" with this password";
            case "3D000" -> "it has no database of that name";
            case "08001" -> "nothing answers there";
            default -> e.getMessage();
        };
        return "The database at " + url.replaceAll("\\?.*", "") + " cannot be used: " + reason
                + ". Check pergola.db.url, pergola.db.user and pergola.db.password.";
    }
}
