package org.pergola.kernel.settings;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The rows of settings. Secrets are encrypted in them. */
final class StoredSettings {

    private static final Table<Record> SETTING = Column.table("kernel_setting");
    private static final Field<String> PID = Column.string("kernel_setting", "pid");
    private static final Field<String> NAME = Column.string("kernel_setting", "name");
    private static final Field<String> VALUE = Column.text("kernel_setting", "setting");
    private static final Field<Boolean> SECRET = Column.bool("kernel_setting", "secret");
    private static final Field<Instant> CHANGED = Column.instant("kernel_setting", "changed");

    private final DSLContext sql;
    private final Secrets secrets;

    StoredSettings(DSLContext sql, Secrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    Set<String> pids() {
        return sql.selectDistinct(PID).from(SETTING).fetchSet(PID);
    }

    Map<String, String> read(String pid) {
        Map<String, String> values = new HashMap<>();
        sql.select(NAME, VALUE, SECRET).from(SETTING).where(PID.eq(pid)).forEach(row -> values.put(row.get(NAME),
                row.get(SECRET) ? secrets.decrypt(pid + "/" + row.get(NAME), row.get(VALUE)) : row.get(VALUE)));
        return values;
    }

    void write(String pid, String name, String value, boolean secret, Instant now) {
        String stored = secret ? secrets.encrypt(pid + "/" + name, value) : value;
        int known = sql.update(SETTING).set(VALUE, stored).set(SECRET, secret).set(CHANGED, now)
                .where(PID.eq(pid)).and(NAME.eq(name)).execute();
        if (known == 0) {
            sql.insertInto(SETTING, PID, NAME, VALUE, SECRET, CHANGED).values(pid, name, stored, secret, now)
                    .execute();
        }
    }
}
