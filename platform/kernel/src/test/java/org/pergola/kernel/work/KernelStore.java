package org.pergola.kernel.work;

import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.pergola.api.data.Database;
import org.pergola.api.time.Clock;
import org.pergola.persistence.TestDatabase;

/** The kernel's tables on a real database, and a clock that is moved by hand. */
public final class KernelStore implements AutoCloseable {

    private final TestDatabase server;
    private final Database database;
    private volatile Instant now = Instant.parse("2026-03-01T09:00:00.123456Z");

    private KernelStore(TestDatabase server) {
        this.server = server;
        server.scripts("kernel", scripts());
        this.database = server.of(KernelStore.class.getClassLoader());
    }

    public static KernelStore derby(Path folder) {
        return new KernelStore(TestDatabase.derby(folder));
    }

    public static KernelStore postgres() {
        return new KernelStore(TestDatabase.postgres());
    }

    private static List<URL> scripts() {
        return Stream.of("V1__people.sql", "V10__events_and_audit.sql", "V11__jobs.sql", "V12__files.sql",
                "V40__pictures.sql")
                .map(name -> KernelStore.class.getClassLoader().getResource("db/" + name)).toList();
    }

    public Database database() {
        return database;
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public ZoneId zone() {
                return ZoneOffset.UTC;
            }
        };
    }

    public void move(java.time.Duration by) {
        now = now.plus(by);
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
