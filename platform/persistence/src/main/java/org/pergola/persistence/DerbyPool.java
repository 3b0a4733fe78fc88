package org.pergola.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.pergola.api.data.Violations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derby inside the data folder: for trying Pergola out, and for small houses. */
final class DerbyPool {

    private static final Logger LOG = LoggerFactory.getLogger(DerbyPool.class);

    private static final String NAME = "pergola";

    private DerbyPool() {
    }

    static HikariDataSource open(Path folder) {
        Path home = folder.resolve("db");
        configure(folder, home);
        try {
            Files.createDirectories(folder.resolve("log"));
            Files.createDirectories(home);
            if (Files.notExists(home.resolve(NAME))) {
                create(home);
            }
            new AutoloadedDriver()
                    .connect(url(home.resolve(NAME)), new Properties()).close();
        } catch (SQLException e) {
            throw refused(home, e);
        } catch (IOException e) {
            throw new StartRefused("The database folder " + home + " cannot be used: " + e, e);
        }
        return new HikariDataSource(pool(url(home.resolve(NAME))));
    }

    private static void configure(Path folder, Path home) {
        set("derby.system.home", home.toString());
        set("derby.stream.error.file", folder.resolve("log").resolve("derby.log").toString());
        // an import of ten thousand rows would lock the whole table, and every reader with it
        set("derby.locks.escalationThreshold", "1000000");
        set("derby.locks.deadlockTimeout", "2");
        set("derby.locks.waitTimeout", "20");
        set("derby.storage.pageCacheSize", "4000");
        set("derby.language.statementCache.size", "400");
    }

    private static void set(String key, String value) {
        System.setProperty(key, System.getProperty(key, value));
    }

    /** A database whose creation was broken off never opens again, so it gets its name when it is whole. */
    private static void create(Path home) throws SQLException, IOException {
        Path unfinished = home.resolve(NAME + ".new");
        delete(unfinished);
        new AutoloadedDriver().connect(url(unfinished) + ";create=true", new Properties()).close();
        shutDown(url(unfinished) + ";shutdown=true");
        Files.move(unfinished, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        LOG.info("A new database was created in {}", home);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String url(Path database) {
        return "jdbc:derby:" + database;
    }

    private static HikariConfig pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(NAME);
        config.setDataSource(new DerbyConnections(url));
        config.setMaximumPoolSize(Integer.getInteger("pergola.db.pool", 24));
        config.setMinimumIdle(2);
        config.setConnectionTimeout(15_000);
        config.setAutoCommit(true);
        return config;
    }

    private static StartRefused refused(Path home, SQLException e) {
        String state = Violations.state(e);
        if (state.equals("XSDB6")) {
            return new StartRefused("The database in " + home + " is in use: another Pergola runs on the same data "
                    + "folder. Stop it first, or take another folder with --data.", e);
        }
        return new StartRefused("The database in " + home + " cannot be opened: " + e.getMessage(), e);
    }

    /** Ends the engine of this virtual machine. */
    static void shutDown() {
        shutDown("jdbc:derby:;shutdown=true");
    }

    private static void shutDown(String url) {
        try {
            new AutoloadedDriver().connect(url, new Properties());
        } catch (SQLException e) {
            // Derby says a shutdown that went well by an exception: 08006 for one database, XJ015 for the engine
            if (!"08006".equals(e.getSQLState()) && !"XJ015".equals(e.getSQLState())) {
                LOG.warn("Derby did not shut down cleanly", e);
            }
        }
    }
}
