package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.pergola.ui.Page;

/** A dialog that is closed with its page. @since 0.1 */
public final class Popup {
    private final Dialog dialog = new Dialog();
    private final Div body = new Div();

    /** Opens it. */
    public Popup(Page page, String title, Component... content) {
        dialog.setHeaderTitle(title);
        dialog.addClassName("pg-dialog");
        dialog.setWidth("540px");
        dialog.setMaxWidth("calc(100vw - 32px)");
        body.addClassName("pg-dialog-body");
        body.add(content);
        dialog.add(body);
        page.onClose(this::close);
        dialog.open();
    }

    public Popup add(Component... components) {
        body.add(components);
        return this;
    }

    /** Buttons at the foot, the primary one last. */
    public Popup foot(Component... buttons) {
        dialog.getFooter().add(buttons);
        return this;
    }

    /** For forms with much in them. */
    public Popup wide() {
        dialog.setWidth("760px");
        return this;
    }

    public boolean isOpen() {
        return dialog.isOpened();
    }

    public void close() {
        dialog.close();
        dialog.getElement().removeFromParent();
    }
}
