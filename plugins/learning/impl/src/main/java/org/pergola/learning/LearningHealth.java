package org.pergola.learning;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;

/** Whether the tables answer, and whether judging waits for a plugin that is away. */
@Component(property = {HealthCheck.NAME + "=learning", HealthCheck.TAGS + "=plugin"})
public final class LearningHealth implements HealthCheck {

    private static final int LOOKED_AT = 1000;

    private final Database db;

    @Activate
    public LearningHealth(@Reference Database db) {
        this.db = db;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int waiting = db.read(tx -> EnrolmentRows.due(tx.sql(), LOOKED_AT)).size();
        if (waiting == 0) {
            log.info("Nothing waits to be judged");
        } else {
            log.warn("{} enrolments wait to be judged: a plugin that judges them is away", waiting);
        }
        return new Result(log);
    }
}
