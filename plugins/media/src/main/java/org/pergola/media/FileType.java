package org.pergola.media;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.learning.api.ActivityType;

/** The activity type {@code file}: a file to read or to save. */
@Component(service = ActivityType.class, property = ActivityType.TYPE + "=" + FileType.ID)
public final class FileType extends MediaType {

    /** The type's name, and that of its editor and player. */
    public static final String ID = "file";

    @Activate
    public FileType(@Reference Contents contents) {
        super(ID, "file-down", Content.Document.class, contents);
    }
}
