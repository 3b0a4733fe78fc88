package org.pergola.scorm.ui;

import com.vaadin.flow.component.html.IFrame;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.access.Access;
import org.pergola.learning.api.ActivityContext;
import org.pergola.learning.api.ActivityType;
import org.pergola.ui.SlotContext;
import org.pergola.ui.SlotInfo;
import org.pergola.ui.SlotPart;

/** Frames the player's page, which lives on the content origin and reaches nothing of the portal. */
@SlotInfo(slot = "courses.activity.player", permission = Access.SIGNED_IN, activityType = "scorm")
@Component(service = SlotPart.class, scope = ServiceScope.PROTOTYPE)
public final class PackagePlayer implements SlotPart {

    /** What a package may do: run, keep its own origin, open windows; never move the portal's own window. */
    static final String SANDBOX = "allow-scripts allow-same-origin allow-forms allow-modals allow-popups "
            + "allow-popups-to-escape-sandbox allow-downloads";

    @Reference(target = "(" + ActivityType.TYPE + "=scorm)")
    private ActivityType type;

    @Override
    public void show(SlotContext slot) {
        slot.context(ActivityContext.class).ifPresent(context -> context.attempt().ifPresent(attempt -> {
            IFrame frame = new IFrame();
            frame.addClassName("pg-content-frame");
            frame.getElement().setAttribute("sandbox", SANDBOX);
            frame.getElement().setAttribute("allow", "fullscreen; autoplay");
            frame.getElement().setAttribute("title", context.title());
            slot.add(frame);
            // The address opens once, so it is asked for only when the frame stands in its place: a frame that is
            // moved in the page loads a second time.
            slot.page().load(() -> type.launch(attempt).toString(), frame::setSrc);
        }));
    }
}
