package org.pergola.kernel.audit;

import static org.pergola.kernel.audit.AuditTables.ACTION;
import static org.pergola.kernel.audit.AuditTables.ACTOR_ID;
import static org.pergola.kernel.audit.AuditTables.ACTOR_KEY;
import static org.pergola.kernel.audit.AuditTables.ACTOR_KIND;
import static org.pergola.kernel.audit.AuditTables.ACTOR_NAME;
import static org.pergola.kernel.audit.AuditTables.AUDIT;
import static org.pergola.kernel.audit.AuditTables.CHANGES;
import static org.pergola.kernel.audit.AuditTables.ID;
import static org.pergola.kernel.audit.AuditTables.ON_BEHALF_OF;
import static org.pergola.kernel.audit.AuditTables.PLUGIN;
import static org.pergola.kernel.audit.AuditTables.PLUGIN_VERSION;
import static org.pergola.kernel.audit.AuditTables.POSITION;
import static org.pergola.kernel.audit.AuditTables.REASON;
import static org.pergola.kernel.audit.AuditTables.RECORDED;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_ID;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_KEY;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_KIND;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_NAME;
import static org.pergola.kernel.audit.AuditTables.VALID_AT;
import static org.pergola.kernel.audit.AuditTables.WORDS;
import static org.pergola.kernel.audit.AuditTables.WORDS_ID;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;

/** Reads sealed rows, newest first. */
final class AuditList {

    private static final int MOST = 1000;

    private final Database database;

    AuditList(Database database) {
        this.database = database;
    }

    List<Audit.Row> list(Audit.Query query) {
        return database.read(tx -> tx.sql().select(ID, POSITION, ACTION, SUBJECT_KIND, SUBJECT_ID, SUBJECT_NAME,
                CHANGES, ACTOR_KIND, ACTOR_ID, ACTOR_NAME, ON_BEHALF_OF, VALID_AT, RECORDED, REASON, PLUGIN,
                PLUGIN_VERSION).from(AUDIT).join(WORDS).on(WORDS_ID.eq(ID))
                .where(condition(query)).orderBy(POSITION.desc())
                .limit(Math.clamp(query.limit(), 1, MOST)).fetch(AuditList::row));
    }

    /** Always with an upper end, so that on Derby no reader waits for a row that somebody is just writing. */
    private static Condition condition(Audit.Query query) {
        Condition condition = POSITION.lt(query.before().orElse(Long.MAX_VALUE));
        if (query.subjectKind().isPresent()) {
            condition = condition.and(SUBJECT_KIND.eq(query.subjectKind().get()));
        }
        if (query.subjectId().isPresent()) {
            condition = condition.and(SUBJECT_ID.eq(query.subjectId().get()));
        }
        String words = AuditLog.key(query.words());
        return words.isEmpty() ? condition : condition.and(begins(SUBJECT_KEY, words).or(begins(ACTOR_KEY, words)));
    }

    private static Condition begins(Field<String> key, String words) {
        return DSL.and(key.ge(words), key.lt(words + Character.toString(0xFFFF)));
    }

    private static Audit.Row row(Record row) {
        return new Audit.Row(row.get(ID), Optional.of(row.get(POSITION)), row.get(ACTION),
                new Audit.Subject(row.get(SUBJECT_KIND), row.get(SUBJECT_ID), row.get(SUBJECT_NAME)),
                AuditWords.read(row.get(CHANGES)), row.get(ACTOR_KIND), Optional.ofNullable(row.get(ACTOR_ID)),
                row.get(ACTOR_NAME), Optional.ofNullable(row.get(ON_BEHALF_OF)), row.get(VALID_AT),
                row.get(RECORDED), Optional.ofNullable(row.get(REASON)), row.get(PLUGIN), row.get(PLUGIN_VERSION));
    }
}
