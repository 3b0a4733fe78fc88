package org.pergola.web.content;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.data.Violations;
import org.pergola.api.time.Clock;

/** What addresses are signed with: made once, the same on every node and after a restart. */
final class SigningKey {

    private static final String FILES = "files";
    private static final Table<Record> KEY = Column.table("web_key");
    private static final Field<String> PURPOSE = Column.string("web_key", "purpose");
    private static final Field<String> SECRET = Column.string("web_key", "secret");
    private static final Field<Instant> CREATED = Column.instant("web_key", "created");

    private final Database database;
    private final Clock clock;
    private volatile Optional<byte[]> known = Optional.empty();

    SigningKey(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    byte[] bytes() {
        if (known.isEmpty()) {
            byte[] key = Base64.getUrlDecoder().decode(stored().orElseGet(this::made));
            // what a write under way has made may yet be rolled back
            if (database.writing()) {
                return key;
            }
            known = Optional.of(key);
        }
        return known.orElseThrow();
    }

    private Optional<String> stored() {
        return database.read(tx -> tx.sql().select(SECRET).from(KEY).where(PURPOSE.eq(FILES)).fetchOptional(SECRET));
    }

    private String made() {
        String fresh = Secrets.next();
        try {
            database.run(tx -> tx.sql().insertInto(KEY, PURPOSE, SECRET, CREATED).values(FILES, fresh, clock.now())
                    .execute());
            return fresh;
        } catch (RuntimeException failed) {
            if (Violations.duplicate(failed)) {
                return stored().orElseThrow(() -> failed);
            }
            throw failed;
        }
    }
}
