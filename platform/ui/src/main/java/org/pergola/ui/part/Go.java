package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;

/** A link within the portal that keeps the page's frame. @since 0.1 */
@Tag("a")
public final class Go extends Component implements HasComponents, HasStyle, HasText {
    private static final long serialVersionUID = 1L;

    private Go(String href) {
        getElement().setAttribute("href", href).setAttribute("router-link", true);
    }

    /** @param href from the host's root: {@code page.href("reports/1")} */
    public static Go to(String href, String words) {
        Go go = new Go(href);
        go.addClassName("pg-link");
        go.setText(words);
        return go;
    }

    /** Around components; without the look of a link. */
    public static Go around(String href, Component... content) {
        Go go = new Go(href);
        go.add(content);
        return go;
    }

    /** In the look of a button. @param theme {@code primary}, or empty for the quiet one */
    public static Go button(String href, String icon, String words, String theme) {
        Go go = new Go(href);
        go.addClassNames("pg-button", theme.isEmpty() ? "pg-button-quiet" : "pg-button-" + theme);
        if (!icon.isEmpty()) {
            go.add(Icon.of(icon));
        }
        go.add(Markup.text(words).span());
        return go;
    }
}
