package org.pergola.persistence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerbyTest extends DatabaseContract {

    @TempDir
    static Path folder;

    private HikariDataSource pool;

    @Override
    DataSource open() {
        pool = DerbyPool.open(folder);
        return pool;
    }

    @Override
    Dialect dialect() {
        return Dialect.DERBY;
    }

    @Override
    void shut() {
        pool.close();
        DerbyPool.shutDown();
    }

    @Test
    void the_database_gets_its_name_when_it_is_whole() {
        assertTrue(Files.isDirectory(folder.resolve("db").resolve("pergola")));
        assertTrue(Files.notExists(folder.resolve("db").resolve("pergola.new")));
    }
}
