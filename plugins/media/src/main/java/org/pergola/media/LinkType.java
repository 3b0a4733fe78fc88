package org.pergola.media;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.learning.api.ActivityType;

/** The activity type {@code link}: another place. */
@Component(service = ActivityType.class, property = ActivityType.TYPE + "=" + LinkType.ID)
public final class LinkType extends MediaType {

    /** The type's name, and that of its editor and player. */
    public static final String ID = "link";

    @Activate
    public LinkType(@Reference Contents contents) {
        super(ID, "external-link", Content.Link.class, contents);
    }
}
