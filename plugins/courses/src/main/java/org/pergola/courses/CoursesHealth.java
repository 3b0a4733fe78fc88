package org.pergola.courses;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;

/** Whether the tables answer. */
@Component(property = {HealthCheck.NAME + "=courses", HealthCheck.TAGS + "=plugin"})
public final class CoursesHealth implements HealthCheck {

    private final Database db;

    @Activate
    public CoursesHealth(@Reference Database db) {
        this.db = db;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info("{} courses hold activities", db.<Long>read(tx -> CourseRows.using(tx.sql(), "")));
        return new Result(log);
    }
}
