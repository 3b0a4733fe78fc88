package org.pergola.shell.frame;

import java.util.EnumSet;
import org.pergola.shell.host.HostView;
import org.pergola.ui.Area;

/** Pages of the administration. */
public final class AdminHost extends HostView {
    private static final long serialVersionUID = 1L;

    public AdminHost() {
        super(Area.ADMIN, EnumSet.of(Area.ADMIN));
    }
}
