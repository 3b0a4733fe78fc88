package org.pergola.scorm.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.learning.api.ActivityContext;
import org.pergola.scorm.Packages;
import org.pergola.scorm.ScormPackage;
import org.pergola.ui.Page;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.Facts;

/** Which package an activity plays, and which it played before. */
@SlotInfo(slot = "courses.activity.editor", permission = "scorm.package.see", activityType = "scorm")
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class PackageFacts implements SlotPart {

    @Reference
    private Packages packages;

    @Override
    public void show(SlotContext slot) {
        Page page = slot.page();
        slot.context(ActivityContext.class).ifPresent(context -> {
            List<ScormPackage.Info> versions = packages.versions(context.activityId());
            if (versions.isEmpty()) {
                slot.add(new Paragraph(page.words("scorm.editor.none")));
                return;
            }
            Facts facts = new Facts();
            versions.forEach(version -> facts.fact(
                    page.words("scorm.editor.version", version.edition().words(), version.number()),
                    page.words("scorm.editor.facts", version.title(), version.parts(), page.when(version.created()))));
            slot.add(Block.card(page.words("scorm.editor.title"), facts));
        });
    }
}
