package org.pergola.ui.part;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.function.Consumer;
import org.pergola.ui.Page;

/** A short word at the foot of the screen. */
public final class Toast {
    private static final int DONE_MILLIS = 5_000;
    private static final int REFUSED_MILLIS = 10_000;

    private Toast() {
    }

    public static void done(Page page, String words) {
        open(words, Status.OK, DONE_MILLIS, page::onClose);
    }

    public static void refused(Page page, String words) {
        open(words, Status.LOOK, REFUSED_MILLIS, page::onClose);
    }

    /** For the platform, where there is no page. */
    public static void refused(String words) {
        open(words, Status.LOOK, REFUSED_MILLIS, closing -> {
        });
    }

    private static void open(String words, Status status, int millis, Consumer<Runnable> closing) {
        Notification notification = new Notification();
        Span content = status.of(words);
        content.addClassName("pg-toast");
        content.getElement().setAttribute("role", status == Status.OK ? "status" : "alert");
        notification.add(content);
        notification.setDuration(millis);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        closing.accept(notification::close);
        notification.open();
    }
}
