package org.pergola.shell.host;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;
import org.pergola.ui.Area;

/** Tells the frame which item of its menu is the present one. */
public final class Shown extends ComponentEvent<UI> {
    private static final long serialVersionUID = 1L;
    private final Area area;
    private final String menuPath;

    Shown(UI ui, Area area, String menuPath) {
        super(ui, false);
        this.area = area;
        this.menuPath = menuPath;
    }

    public Area area() {
        return area;
    }

    public String menuPath() {
        return menuPath;
    }
}
