package org.pergola.media;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the tables answer, and what tells how far somebody has watched is in the bundle. */
@Component(property = {HealthCheck.NAME + "=media", HealthCheck.TAGS + "=plugin"})
public final class MediaHealth implements HealthCheck {

    private final Contents contents;

    @Activate
    public MediaHealth(@Reference Contents contents) {
        this.contents = contents;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        log.info("{} videos, {} files, {} links", contents.count("video"), contents.count("file"),
                contents.count("link"));
        if (MediaHealth.class.getResource("/web/video.js") == null) {
            log.critical("video.js is missing");
        }
        return new Result(log);
    }
}
