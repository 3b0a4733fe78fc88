package org.pergola.api.job;

import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.text.Text;

/** One run, as the job sees it. @since 0.1 */
@ProviderType
public interface JobRun {

    UUID id();

    /** What was asked for; JSON-like: strings, numbers, booleans. */
    Map<String, Object> parameters();

    /** @param done 0 to 1 */
    void progress(double done, Text message);

    /** Whether somebody asked it to stop; long work looks now and then. */
    boolean cancelled();

    void result(Map<String, Object> result);
}
