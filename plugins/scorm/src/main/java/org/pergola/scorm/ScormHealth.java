package org.pergola.scorm;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the tables answer and the run-time of the player's page is in the bundle. */
@Component(property = {HealthCheck.NAME + "=scorm", HealthCheck.TAGS + "=plugin"})
public final class ScormHealth implements HealthCheck {

    @Reference
    private Packages packages;

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info("{} activities play a package", packages.activities());
        for (String script : new String[] {"scorm12.min.js", "scorm2004.min.js", "runtime.js", "player.js"}) {
            String path = "/web/" + script;
            if (ScormHealth.class.getResource(path) == null) {
                log.critical("{} is missing", path);
            }
        }
        return new Result(log);
    }
}
