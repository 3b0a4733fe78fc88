package org.pergola.kernel.job;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of runs and schedules. */
final class JobTables {

    static final Table<Record> RUN = Column.table("kernel_job");
    static final Field<UUID> ID = Column.uuid("kernel_job", "id");
    static final Field<String> JOB = Column.string("kernel_job", "job");
    static final Field<String> STATE = Column.string("kernel_job", "state");
    static final Field<Double> PROGRESS = Column.decimal("kernel_job", "progress");
    static final Field<String> MESSAGE = Column.text("kernel_job", "message");
    static final Field<String> PARAMETERS = Column.text("kernel_job", "parameters");
    static final Field<String> RESULT = Column.text("kernel_job", "result");
    static final Field<String> ACTOR_KIND = Column.string("kernel_job", "actor_kind");
    static final Field<UUID> ACTOR_ID = Column.uuid("kernel_job", "actor_id");
    static final Field<String> ACTOR_DETAIL = Column.string("kernel_job", "actor_detail");
    static final Field<UUID> ON_BEHALF_OF = Column.uuid("kernel_job", "on_behalf_of");
    static final Field<Instant> QUEUED = Column.instant("kernel_job", "queued");
    static final Field<Instant> STARTED = Column.instant("kernel_job", "started");
    static final Field<Instant> FINISHED = Column.instant("kernel_job", "finished");
    static final Field<Integer> ATTEMPTS = Column.integer("kernel_job", "attempts");
    static final Field<Boolean> CANCEL_ASKED = Column.bool("kernel_job", "cancel_asked");
    static final Field<String> NODE = Column.string("kernel_job", "node");
    static final Field<UUID> CLAIM = Column.uuid("kernel_job", "claim");
    static final Field<Long> BEAT = Column.bigint("kernel_job", "beat");

    static final Table<Record> SCHEDULE = Column.table("kernel_job_schedule");
    static final Field<String> SCHEDULE_JOB = Column.string("kernel_job_schedule", "job");
    static final Field<Instant> DUE = Column.instant("kernel_job_schedule", "due");

    private JobTables() {
    }
}
