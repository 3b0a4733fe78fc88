package org.pergola.kernel.audit;

import static org.pergola.kernel.audit.AuditTables.ACTION;
import static org.pergola.kernel.audit.AuditTables.ACTOR_ID;
import static org.pergola.kernel.audit.AuditTables.ACTOR_KIND;
import static org.pergola.kernel.audit.AuditTables.AUDIT;
import static org.pergola.kernel.audit.AuditTables.CHAIN;
import static org.pergola.kernel.audit.AuditTables.ID;
import static org.pergola.kernel.audit.AuditTables.ON_BEHALF_OF;
import static org.pergola.kernel.audit.AuditTables.PLUGIN;
import static org.pergola.kernel.audit.AuditTables.PLUGIN_VERSION;
import static org.pergola.kernel.audit.AuditTables.POSITION;
import static org.pergola.kernel.audit.AuditTables.RECORDED;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_ID;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_KIND;
import static org.pergola.kernel.audit.AuditTables.VALID_AT;
import static org.pergola.kernel.audit.AuditTables.WORDS_DIGEST;

import java.util.List;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;
import org.pergola.kernel.work.Sequence;

/** Numbers committed rows and chains them: each hash covers the row and the hash before it. */
public final class AuditChain {

    /** The name of its sequence. */
    static final String NAME = "audit";

    /** What the chain covers, beside the position and the hash before. */
    static final List<Field<?>> COVERED = List.of(ID, ACTION, SUBJECT_KIND, SUBJECT_ID, ACTOR_KIND, ACTOR_ID,
            ON_BEHALF_OF, VALID_AT, RECORDED, PLUGIN, PLUGIN_VERSION, WORDS_DIGEST);

    private static final int BATCH = 500;

    private final Database database;

    public AuditChain(Database database) {
        this.database = database;
    }

    /** Seals what has been committed. */
    public void sealAll() {
        int count;
        do {
            count = database.write(this::sealSome);
        } while (count == BATCH);
    }

    private int sealSome(Tx tx) {
        if (!tx.sql().fetchExists(AUDIT, POSITION.isNull())) {
            return 0;
        }
        Sequence sequence = Sequence.locked(tx, NAME);
        List<Record> rows = tx.sql().select(COVERED).from(AUDIT).where(POSITION.isNull()).orderBy(ID).limit(BATCH)
                .fetch(row -> row);
        if (rows.isEmpty()) {
            return 0;
        }
        long position = sequence.position();
        String head = sequence.chain();
        Query[] updates = new Query[rows.size()];
        for (int i = 0; i < updates.length; i++) {
            position++;
            head = hash(position, head, rows.get(i));
            updates[i] = tx.sql().update(AUDIT).set(POSITION, position).set(CHAIN, head)
                    .where(ID.eq(rows.get(i).get(ID)));
        }
        tx.sql().batch(updates).execute();
        sequence.moved(tx, position, head);
        return rows.size();
    }

    static String hash(long position, String before, Record row) {
        Digest digest = new Digest().add(position).add(before);
        COVERED.forEach(field -> digest.add(row.get(field)));
        return digest.hex();
    }
}
