package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/** Rows of a picture, a name with a line under it, and what stands at the right. For short lists. @since 0.1 */
public final class Rows extends UnorderedList {
    private static final long serialVersionUID = 1L;

    public Rows() {
        addClassName("pg-rows");
    }

    /** With lines between the rows, in a card. */
    public Rows lined() {
        addClassName("pg-lined");
        return this;
    }

    /** A row to read. */
    public Rows row(Markup picture, Markup main, Markup second, Component... trailing) {
        ListItem item = new ListItem();
        item.add(words(picture, main, second), end(trailing));
        add(item);
        return this;
    }

    /** A row that is a link. */
    public Rows link(String href, Markup picture, String main, Markup second, Component... trailing) {
        Go go = Go.around(href, words(picture, Markup.strong(main), second), end(trailing),
                Markup.icon("chevron-right").span());
        go.addClassName("pg-row-link");
        add(new ListItem(go));
        return this;
    }

    private static Div words(Markup picture, Markup main, Markup second) {
        return picture.plus(Markup.element("span", "pg-two", main, second)).div("pg-row-words");
    }

    private static Div end(Component... trailing) {
        Div end = new Div(trailing);
        end.addClassName("pg-row-end");
        return end;
    }
}
