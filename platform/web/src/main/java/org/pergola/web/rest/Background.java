package org.pergola.web.rest;

import java.util.Optional;
import org.pergola.api.plugin.PluginId;

/** Work off the path of requests. */
interface Background {

    /**
     * Runs it soon, and a little after each change of the resources.
     *
     * @return ends it
     */
    Runnable afterChanges(Runnable work);

    /** Work on a plugin's classes, while it is not being swapped. */
    void inside(Optional<PluginId> plugin, Runnable work);
}
