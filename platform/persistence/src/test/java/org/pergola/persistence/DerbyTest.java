package org.pergola.persistence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
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

    @Test
    void connections_keep_no_class_of_those_who_used_them_first() throws Exception {
        try (HikariDataSource fresh = DerbyPool.open(folder)) {
            WeakReference<ClassLoader> left = useBy(passing(), fresh);
            for (int round = 0; round < 20 && !left.refersTo(null); round++) {
                System.gc();
                Thread.sleep(50);
            }
            assertTrue(left.refersTo(null), "the loader is still in memory");
        }
    }

    private static WeakReference<ClassLoader> useBy(ClassLoader passing, DataSource pool) throws Exception {
        Constructor<?> constructor = passing.loadClass(Passer.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        Consumer<DataSource> passer = (Consumer<DataSource>) constructor.newInstance();
        passer.accept(pool);
        return new WeakReference<>(passing);
    }

    /** With a class of its own. */
    private static ClassLoader passing() {
        URL classes = Passer.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {classes}, DerbyTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(Passer.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
            }
        };
    }

    /** Has statements compiled on several connections at once. */
    static final class Passer implements Consumer<DataSource> {

        @Override
        public void accept(DataSource pool) {
            try (Connection one = pool.getConnection(); Connection two = pool.getConnection();
                    Connection three = pool.getConnection(); Statement first = one.createStatement();
                    Statement second = two.createStatement(); Statement third = three.createStatement()) {
                first.execute("VALUES 'first'");
                second.execute("VALUES 'second'");
                third.execute("VALUES 'third'");
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
