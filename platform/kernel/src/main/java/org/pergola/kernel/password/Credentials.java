package org.pergola.kernel.password;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The stored hashes, in a table that no view shows. */
public final class Credentials {

    private static final Table<Record> CREDENTIAL = Column.table("kernel_credential");
    private static final Field<UUID> OWNER = Column.uuid("kernel_credential", "user_id");
    private static final Field<String> HASH = Column.string("kernel_credential", "hash");
    private static final Field<Instant> CHANGED = Column.instant("kernel_credential", "changed");

    private Credentials() {
    }

    public static Optional<String> find(DSLContext sql, UUID user) {
        return sql.select(HASH).from(CREDENTIAL).where(OWNER.eq(user)).fetchOptional(HASH);
    }

    public static void put(DSLContext sql, UUID user, String hash, Instant now) {
        int known = sql.update(CREDENTIAL).set(HASH, hash).set(CHANGED, now).where(OWNER.eq(user)).execute();
        if (known == 0) {
            sql.insertInto(CREDENTIAL, OWNER, HASH, CHANGED).values(user, hash, now).execute();
        }
    }
}
