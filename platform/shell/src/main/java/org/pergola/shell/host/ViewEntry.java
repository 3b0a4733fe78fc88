package org.pergola.shell.host;

import java.util.Optional;
import org.osgi.framework.ServiceReference;
import org.pergola.api.plugin.PluginId;
import org.pergola.ui.Area;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;

/** A view as its service properties describe it: nothing here is of a plugin's class. */
public record ViewEntry(ServiceReference<View> reference, Area area, PathTemplate path, String title, String icon,
        String permission, boolean menu, String section, int order, String parent, Optional<PluginId> plugin) {

    static ViewEntry of(ServiceReference<View> reference, Optional<PluginId> plugin) {
        PathTemplate path = PathTemplate.of(string(reference, "path", ""));
        return new ViewEntry(reference, Area.valueOf(string(reference, "area", Area.PORTAL.name())), path,
                string(reference, "title", "ui.missing"), string(reference, "icon", "circle"),
                string(reference, "permission", ""),
                !Boolean.FALSE.equals(reference.getProperty(ViewInfo.PREFIX_ + "menu")) && !path.hasNames(),
                string(reference, "section", ""),
                reference.getProperty(ViewInfo.PREFIX_ + "order") instanceof Integer order ? order : 1000,
                string(reference, "parent", ""), plugin);
    }

    public String address() {
        return area.address(path.toString());
    }

    /** The path as the view says it. */
    public String pathWords() {
        return path.toString();
    }

    /** The path whose menu item is marked while this page is shown. */
    public String menuPath() {
        return parent.isEmpty() ? path.toString() : parent;
    }

    private static String string(ServiceReference<?> reference, String name, String otherwise) {
        return reference.getProperty(ViewInfo.PREFIX_ + name) instanceof String value ? value : otherwise;
    }
}
