package org.pergola.shell.help;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;

/** The same help within the administration. */
@ViewInfo(area = Area.ADMIN, path = "help", title = "shell.help.title", icon = "circle-help",
        permission = "kernel.admin.open", section = ViewInfo.SYSTEM, order = 1000)
@Component(scope = ServiceScope.PROTOTYPE)
public final class AdminHelpView implements View {
    private final HelpPages pages;

    @Activate
    public AdminHelpView(@Reference HelpPages pages) {
        this.pages = pages;
    }

    @Override
    public void show(Page page) {
        new HelpView(pages).show(page);
    }
}
