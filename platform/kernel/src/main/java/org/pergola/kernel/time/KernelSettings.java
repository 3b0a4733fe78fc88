package org.pergola.kernel.time;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What concerns the whole installation. */
@ObjectClassDefinition(name = "General",
        description = "What concerns the whole installation.")
public @interface KernelSettings {

    /** Of the settings page. */
    String PID = "org.pergola.kernel";

    /** Empty for the zone the server was started with. */
    @AttributeDefinition(name = "Time zone", required = false,
            description = "The zone in which days begin and deadlines fall, such as Europe/Berlin. "
                    + "Empty: the one the server was started with, else UTC.")
    String zone() default "";
}
