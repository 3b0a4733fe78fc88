package org.pergola.page;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the tables answer. */
@Component(property = {HealthCheck.NAME + "=page", HealthCheck.TAGS + "=plugin"})
public final class PageHealth implements HealthCheck {

    private final Pages pages;

    @Activate
    public PageHealth(@Reference Pages pages) {
        this.pages = pages;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info("{} activities have a text", pages.count());
        return new Result(log);
    }
}
