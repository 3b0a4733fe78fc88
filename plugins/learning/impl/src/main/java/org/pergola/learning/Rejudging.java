package org.pergola.learning;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.data.Database;

/** Judging that had to wait. One enrolment for each write, so that a large backlog blocks nobody. */
@Component(service = Rejudging.class)
public final class Rejudging {

    private final Database db;
    private final Access access;
    private final Judging judging;

    @Activate
    public Rejudging(@Reference Database db, @Reference Access access, @Reference Judging judging) {
        this.db = db;
        this.access = access;
        this.judging = judging;
    }

    public List<UUID> due(int limit) {
        access.requireAnywhere(Rights.MANAGE);
        return db.read(tx -> EnrolmentRows.due(tx.sql(), limit));
    }

    public void judge(UUID enrolmentId) {
        access.requireAnywhere(Rights.MANAGE);
        db.run(tx -> judging.judgeAgain(tx.em(),
                tx.em().find(EnrolmentEntity.class, enrolmentId, LockModeType.PESSIMISTIC_WRITE)));
    }
}
