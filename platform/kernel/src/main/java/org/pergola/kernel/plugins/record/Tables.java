package org.pergola.kernel.plugins.record;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of the plugin manager. */
final class Tables {

    static final Table<Record> PLUGIN = Column.table("kernel_plugin");
    static final Field<String> ID = Column.string("kernel_plugin", "id");
    static final Field<String> VERSION = Column.string("kernel_plugin", "version");
    static final Field<String> WISHED = Column.string("kernel_plugin", "wished");
    static final Field<String> SOURCE = Column.string("kernel_plugin", "source");
    static final Field<String> FILE = Column.string("kernel_plugin", "file_name");
    static final Field<String> HASH = Column.string("kernel_plugin", "hash");
    static final Field<Long> GENERATION = Column.bigint("kernel_plugin", "generation");
    static final Field<Instant> CHANGED = Column.instant("kernel_plugin", "changed");

    /** A row for each step of each change. */
    static final Table<Record> CHANGE = Column.table("kernel_plugin_change");
    static final Field<UUID> STEP_ID = Column.uuid("kernel_plugin_change", "id");
    static final Field<UUID> CHANGE_ID = Column.uuid("kernel_plugin_change", "change_id");
    static final Field<String> CHANGE_PLUGIN = Column.string("kernel_plugin_change", "plugin");
    static final Field<String> KIND = Column.string("kernel_plugin_change", "kind");
    static final Field<String> STEP = Column.string("kernel_plugin_change", "step");
    static final Field<String> FROM_VERSION = Column.string("kernel_plugin_change", "from_version");
    static final Field<String> TO_VERSION = Column.string("kernel_plugin_change", "to_version");
    static final Field<String> DETAIL = Column.string("kernel_plugin_change", "detail");
    static final Field<Instant> RECORDED = Column.instant("kernel_plugin_change", "recorded");

    static final Table<Record> USAGE = Column.table("kernel_plugin_usage");
    static final Field<String> USAGE_PLUGIN = Column.string("kernel_plugin_usage", "plugin");
    static final Field<Integer> PLACE = Column.integer("kernel_plugin_usage", "place");
    static final Field<Long> AMOUNT = Column.bigint("kernel_plugin_usage", "amount");
    static final Field<String> TEXT_KEY = Column.string("kernel_plugin_usage", "text_key");
    static final Field<String> TEXT_ARGS = Column.string("kernel_plugin_usage", "text_args");

    private Tables() {
    }
}
