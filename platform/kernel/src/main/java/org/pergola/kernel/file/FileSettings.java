package org.pergola.kernel.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How large files may be. */
@ObjectClassDefinition(name = "Files", description = "How large uploads and packages may be.")
public @interface FileSettings {

    /** Of the settings page. */
    String PID = "org.pergola.kernel.files";

    /** Megabytes of one upload. */
    @AttributeDefinition(name = "Largest upload, in megabytes", min = "1", max = "20000",
            description = "A larger file is refused.")
    int uploadMegabytes() default 1024;

    /** Megabytes of everything in a package. */
    @AttributeDefinition(name = "Largest package, unpacked, in megabytes", min = "1", max = "100000",
            description = "What may come out of one package, all its files together.")
    int unpackedMegabytes() default 2048;
}
