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

    /**
     * The address opens once, and a frame that is moved in the page loads a second time. While a page is opened in a
     * fresh window it is made out of sight and then moved to its place, so the frame is loaded once it has been seen twice in a row.
     */
    private static final String WHEN_SHOWN = "let seen = 0; const open = () => {"
            + " if (!this.isConnected) return; seen = this.getClientRects().length ? seen + 1 : 0;"
            + " if (seen > 1) { this.src = $0; } else { setTimeout(open, 50); } }; open();";

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
            slot.page().load(() -> type.launch(attempt).toString(),
                    address -> frame.getElement().executeJs(WHEN_SHOWN, address));
        }));
    }
}
