package org.pergola.kernel.job;

import static org.pergola.kernel.job.JobTables.ACTOR_ID;
import static org.pergola.kernel.job.JobTables.FINISHED;
import static org.pergola.kernel.job.JobTables.ID;
import static org.pergola.kernel.job.JobTables.JOB;
import static org.pergola.kernel.job.JobTables.MESSAGE;
import static org.pergola.kernel.job.JobTables.PROGRESS;
import static org.pergola.kernel.job.JobTables.QUEUED;
import static org.pergola.kernel.job.JobTables.RESULT;
import static org.pergola.kernel.job.JobTables.RUN;
import static org.pergola.kernel.job.JobTables.STATE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.pergola.api.data.Database;
import org.pergola.api.job.Jobs;

/** What runs there are, for one person or for all. */
final class JobList {

    private static final int MOST = 1000;

    private final Database database;

    JobList(Database database) {
        this.database = database;
    }

    /** @param owner empty for whoever may see all */
    Optional<Jobs.Status> find(UUID id, Optional<UUID> owner) {
        return database.read(tx -> tx.sql().select(ID, JOB, STATE, PROGRESS, MESSAGE, RESULT, QUEUED, FINISHED)
                .from(RUN).where(ID.eq(id)).and(of(owner)).fetchOptional(JobList::status));
    }

    List<Jobs.Status> latest(int limit, Optional<UUID> owner) {
        return database.read(tx -> tx.sql().select(ID, JOB, STATE, PROGRESS, MESSAGE, RESULT, QUEUED, FINISHED)
                .from(RUN).where(of(owner)).orderBy(QUEUED.desc(), ID.desc()).limit(Math.clamp(limit, 1, MOST))
                .fetch(JobList::status));
    }

    private static Condition of(Optional<UUID> owner) {
        return owner.map(ACTOR_ID::eq).orElseGet(DSL::trueCondition);
    }

    private static Jobs.Status status(Record row) {
        return new Jobs.Status(row.get(ID), row.get(JOB), Jobs.State.valueOf(row.get(STATE)), row.get(PROGRESS),
                Optional.ofNullable(row.get(MESSAGE)).map(JobJson::text), JobJson.read(row.get(RESULT)),
                row.get(QUEUED), Optional.ofNullable(row.get(FINISHED)));
    }
}
