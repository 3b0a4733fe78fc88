package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A heading, perhaps a link at its right, and what belongs to it. @since 0.1 */
public final class Block extends Section {
    private static final long serialVersionUID = 1L;
    private final Div head = new Div();

    private Block(String title, boolean card) {
        addClassName("pg-block");
        if (card) {
            addClassNames("pg-card", "pg-padded");
        }
        head.addClassName("pg-block-head");
        head.add(new H2(title));
        getElement().setAttribute("aria-label", title);
        add(head);
    }

    /** The heading stands outside, on the page. */
    public static Block of(String title, Component... content) {
        Block block = new Block(title, false);
        block.add(content);
        return block;
    }

    /** The heading stands in a card. */
    public static Block card(String title, Component... content) {
        Block block = new Block(title, true);
        block.add(content);
        return block;
    }

    public Block link(String href, String words) {
        head.add(Go.to(href, words));
        return this;
    }

    /** At the right of the heading. */
    public Block beside(Component... components) {
        head.add(components);
        return this;
    }
}
