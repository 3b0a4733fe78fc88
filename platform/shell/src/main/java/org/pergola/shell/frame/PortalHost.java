package org.pergola.shell.frame;

import java.util.EnumSet;
import org.pergola.shell.host.HostView;
import org.pergola.ui.Area;

/** Pages of the portal, and those that strangers may see. */
public final class PortalHost extends HostView {
    private static final long serialVersionUID = 1L;

    public PortalHost() {
        super(Area.PORTAL, EnumSet.of(Area.PORTAL, Area.PUBLIC));
    }
}
