package org.pergola.kernel.audit;

import static org.pergola.kernel.audit.AuditTables.ACTOR_NAME;
import static org.pergola.kernel.audit.AuditTables.AUDIT;
import static org.pergola.kernel.audit.AuditTables.CHAIN;
import static org.pergola.kernel.audit.AuditTables.CHANGES;
import static org.pergola.kernel.audit.AuditTables.ERASED;
import static org.pergola.kernel.audit.AuditTables.ID;
import static org.pergola.kernel.audit.AuditTables.POSITION;
import static org.pergola.kernel.audit.AuditTables.REASON;
import static org.pergola.kernel.audit.AuditTables.SALT;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_NAME;
import static org.pergola.kernel.audit.AuditTables.WORDS;
import static org.pergola.kernel.audit.AuditTables.WORDS_DIGEST;
import static org.pergola.kernel.audit.AuditTables.WORDS_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.pergola.api.audit.Audit.Verification;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;
import org.pergola.kernel.work.Sequence;

/** Walks the chain from its first row to its last, and names the first that does not fit. */
final class AuditVerifier {

    private static final int FETCH = 1000;

    private final Database database;

    AuditVerifier(Database database) {
        this.database = database;
    }

    /** @param kept what stands outside the database */
    Verification verify(Optional<AuditHead> kept) {
        return database.read(tx -> {
            Sequence sequence = Sequence.of(tx, AuditChain.NAME);
            Walk walk = walk(tx, sequence.position(), kept);
            if (walk.broken == null && tail(walk, sequence, kept)) {
                walk.broken = walk.rows + 1;
            }
            return new Verification(walk.rows, Optional.ofNullable(walk.broken), walk.head);
        });
    }

    /** Whether rows are gone from the end. */
    private static boolean tail(Walk walk, Sequence sequence, Optional<AuditHead> kept) {
        return walk.rows < sequence.position() || kept.filter(head -> head.rows() > walk.rows).isPresent();
    }

    private static Walk walk(Tx tx, long last, Optional<AuditHead> kept) {
        List<Field<?>> fields = new ArrayList<>(AuditChain.COVERED);
        fields.addAll(List.of(POSITION, CHAIN, SALT, SUBJECT_NAME, ACTOR_NAME, REASON, CHANGES, ERASED));
        Walk walk = new Walk();
        try (Cursor<Record> rows = tx.sql().select(fields).from(AUDIT).leftJoin(WORDS).on(WORDS_ID.eq(ID))
                .where(POSITION.le(last)).orderBy(POSITION).fetchSize(FETCH).fetchLazy()) {
            for (Record row : rows) {
                if (!walk.fits(row, kept)) {
                    walk.broken = walk.rows + 1;
                    return walk;
                }
            }
        }
        return walk;
    }

    private static final class Walk {

        private long rows;
        private String head = "";
        private Long broken;

        boolean fits(Record row, Optional<AuditHead> kept) {
            long position = rows + 1;
            String hash = AuditChain.hash(position, head, row);
            boolean whole = row.get(POSITION) == position && hash.equals(row.get(CHAIN)) && wordsFit(row)
                    && kept.filter(one -> one.rows() == position && !one.hash().equals(hash)).isEmpty();
            if (whole) {
                rows = position;
                head = hash;
            }
            return whole;
        }

        private static boolean wordsFit(Record row) {
            if (row.get(SALT) == null) {
                return false;
            }
            return row.get(ERASED) != null || new AuditWords(row.get(SALT), row.get(SUBJECT_NAME),
                    row.get(ACTOR_NAME), Optional.ofNullable(row.get(REASON)), row.get(CHANGES)).digest()
                    .equals(row.get(WORDS_DIGEST));
        }
    }
}
