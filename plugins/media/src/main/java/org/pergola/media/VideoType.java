package org.pergola.media;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.learning.api.ActivityType;

/** The activity type {@code video}: watched until enough of it was seen. */
@Component(service = ActivityType.class, property = ActivityType.TYPE + "=" + VideoType.ID)
public final class VideoType extends MediaType {

    /** The type's name, and that of its editor and player. */
    public static final String ID = "video";

    @Activate
    public VideoType(@Reference Contents contents) {
        super(ID, "circle-play", Content.Video.class, contents);
    }
}
