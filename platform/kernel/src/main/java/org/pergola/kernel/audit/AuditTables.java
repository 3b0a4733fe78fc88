package org.pergola.kernel.audit;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of the audit. */
final class AuditTables {

    static final Table<Record> AUDIT = Column.table("kernel_audit");
    static final Field<UUID> ID = Column.uuid("kernel_audit", "id");
    static final Field<Long> POSITION = Column.bigint("kernel_audit", "pos");
    static final Field<String> ACTION = Column.string("kernel_audit", "what");
    static final Field<String> SUBJECT_KIND = Column.string("kernel_audit", "subject_kind");
    static final Field<UUID> SUBJECT_ID = Column.uuid("kernel_audit", "subject_id");
    static final Field<String> ACTOR_KIND = Column.string("kernel_audit", "actor_kind");
    static final Field<UUID> ACTOR_ID = Column.uuid("kernel_audit", "actor_id");
    static final Field<UUID> ON_BEHALF_OF = Column.uuid("kernel_audit", "on_behalf_of");
    static final Field<Instant> VALID_AT = Column.instant("kernel_audit", "valid_at");
    static final Field<Instant> RECORDED = Column.instant("kernel_audit", "recorded");
    static final Field<String> PLUGIN = Column.string("kernel_audit", "plugin");
    static final Field<String> PLUGIN_VERSION = Column.string("kernel_audit", "plugin_version");
    static final Field<String> WORDS_DIGEST = Column.string("kernel_audit", "words_digest");
    static final Field<String> CHAIN = Column.string("kernel_audit", "chain");

    static final Table<Record> WORDS = Column.table("kernel_audit_words");
    static final Field<UUID> WORDS_ID = Column.uuid("kernel_audit_words", "audit_id");
    static final Field<String> SALT = Column.string("kernel_audit_words", "salt");
    static final Field<String> SUBJECT_NAME = Column.string("kernel_audit_words", "subject_name");
    static final Field<String> SUBJECT_KEY = Column.string("kernel_audit_words", "subject_key");
    static final Field<String> ACTOR_NAME = Column.string("kernel_audit_words", "actor_name");
    static final Field<String> ACTOR_KEY = Column.string("kernel_audit_words", "actor_key");
    static final Field<String> REASON = Column.string("kernel_audit_words", "reason");
    static final Field<String> CHANGES = Column.text("kernel_audit_words", "changes");
    static final Field<Instant> ERASED = Column.instant("kernel_audit_words", "erased");

    private AuditTables() {
    }
}
