package org.pergola.kernel.audit;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.kernel.folder.DataFolder;
import org.pergola.kernel.work.Poller;
import org.pergola.kernel.work.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the chain's head beside the database, once a minute and at the end. */
@Component(service = AuditHeadKeeper.class, immediate = true)
public final class AuditHeadKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AuditHeadKeeper.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final DataFolder folder = DataFolder.ofProcess();
    private final Poller poller;

    @Activate
    public AuditHeadKeeper(@Reference Database database) {
        this.database = database;
        this.poller = new Poller("audit-head", PAUSE, this::keep);
    }

    /** Never writes over a head that the chain does not hold any more: it is the proof. */
    private void keep() {
        Sequence sequence = database.read(tx -> Sequence.of(tx, AuditChain.NAME));
        AuditHead head = new AuditHead(sequence.position(), sequence.chain());
        Optional<AuditHead> kept = AuditHead.read(folder);
        if (kept.isPresent() && !holds(kept.get())) {
            LOG.error("The audit had {} rows and has {}: rows at its end were cut off or replaced. "
                    + "\"audit verify\" says where.", kept.get().rows(), head.rows());
        } else if (head.rows() > 0 && !kept.equals(Optional.of(head))) {
            head.write(folder);
        }
    }

    private boolean holds(AuditHead kept) {
        return database.read(tx -> tx.sql().fetchExists(AuditTables.AUDIT,
                AuditTables.POSITION.eq(kept.rows()).and(AuditTables.CHAIN.eq(kept.hash()))));
    }

    @Deactivate
    void close() {
        poller.close();
        try {
            keep();
        } catch (RuntimeException e) {
            LOG.warn("The audit's head was not written at the end; the one before stands", e);
        }
    }
}
