package org.pergola.kernel.file;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of packages of files. */
final class FileTables {

    static final Table<Record> SET = Column.table("kernel_file_set");
    static final Field<UUID> SET_ID = Column.uuid("kernel_file_set", "id");
    static final Field<String> SET_NAME = Column.string("kernel_file_set", "name");
    static final Field<Instant> SET_CREATED = Column.instant("kernel_file_set", "created");

    static final Table<Record> ENTRY = Column.table("kernel_file_set_entry");
    static final Field<UUID> ENTRY_SET = Column.uuid("kernel_file_set_entry", "set_id");
    static final Field<Integer> ENTRY_NUMBER = Column.integer("kernel_file_set_entry", "nr");
    static final Field<String> ENTRY_PATH = Column.string("kernel_file_set_entry", "path");
    static final Field<String> ENTRY_HASH = Column.string("kernel_file_set_entry", "hash");
    static final Field<Long> ENTRY_BYTES = Column.bigint("kernel_file_set_entry", "bytes");

    private FileTables() {
    }
}
