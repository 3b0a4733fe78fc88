package org.pergola.kernel.event;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of events, of listeners' cursors and of the sequence. */
final class Outbox {

    static final Table<Record> OUTBOX = Column.table("kernel_outbox");
    static final Field<UUID> ID = Column.uuid("kernel_outbox", "id");
    static final Field<Long> POSITION = Column.bigint("kernel_outbox", "pos");
    static final Field<String> TYPE = Column.string("kernel_outbox", "type");
    static final Field<Integer> TYPE_VERSION = Column.integer("kernel_outbox", "type_version");
    static final Field<String> SUBJECT_KIND = Column.string("kernel_outbox", "subject_kind");
    static final Field<UUID> SUBJECT_ID = Column.uuid("kernel_outbox", "subject_id");
    static final Field<String> ACTOR_KIND = Column.string("kernel_outbox", "actor_kind");
    static final Field<UUID> ACTOR_ID = Column.uuid("kernel_outbox", "actor_id");
    static final Field<String> ACTOR_DETAIL = Column.string("kernel_outbox", "actor_detail");
    static final Field<UUID> ON_BEHALF_OF = Column.uuid("kernel_outbox", "on_behalf_of");
    static final Field<Instant> OCCURRED = Column.instant("kernel_outbox", "occurred");
    static final Field<Instant> RECORDED = Column.instant("kernel_outbox", "recorded");
    static final Field<String> CORRELATION = Column.string("kernel_outbox", "correlation");
    static final Field<String> PLUGIN = Column.string("kernel_outbox", "plugin");
    static final Field<String> PLUGIN_VERSION = Column.string("kernel_outbox", "plugin_version");
    static final Field<String> PAYLOAD = Column.text("kernel_outbox", "payload");

    static final Table<Record> CURSOR = Column.table("kernel_cursor");
    static final Field<String> LISTENER = Column.string("kernel_cursor", "listener");
    static final Field<Long> CURSOR_POSITION = Column.bigint("kernel_cursor", "pos");

    private Outbox() {
    }
}
