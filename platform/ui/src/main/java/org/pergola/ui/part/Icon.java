package org.pergola.ui.part;

import com.vaadin.flow.component.html.Span;

/** A Lucide icon, an ornament beside words: hidden from screen readers. @since 0.1 */
public final class Icon extends Span {
    private static final long serialVersionUID = 1L;

    private Icon(String svg, String classes) {
        getElement().setAttribute("class", classes);
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", svg);
    }

    /** @param name a Lucide name in lower case; an unknown one is a circle */
    public static Icon of(String name) {
        return new Icon(Icons.svg(name), "pg-icon");
    }

    /** In a tinted square of 36 px. @param tone ok, warn, bad, info, muted or accent */
    public static Icon tile(String name, String tone) {
        return new Icon(Icons.svg(name), "pg-tile pg-" + tone);
    }

    /** In a square of a plugin's own colour. @param hue degrees */
    public static Icon tile(String name, int hue) {
        return new Icon(Icons.svg(name), "pg-tile pg-hued pg-h" + Math.floorMod(Math.round(hue / 15f) * 15, 360));
    }

    public static boolean known(String name) {
        return Icons.known(name);
    }
}
