package org.pergola.media;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How large uploads may be. */
@ObjectClassDefinition(name = "Videos and files", description = "How large videos and files of a course may be.")
public @interface MediaSettings {

    /** Of the settings page. */
    String PID = "org.pergola.media";

    /** Megabytes of one video. */
    @AttributeDefinition(name = "Largest video, in megabytes", min = "1", max = "10000",
            description = "A larger video is refused when it is uploaded.")
    int videoMegabytes() default 1024;

    /** Megabytes of one file. */
    @AttributeDefinition(name = "Largest file, in megabytes", min = "1", max = "10000",
            description = "A larger file is refused when it is uploaded.")
    int fileMegabytes() default 200;
}
