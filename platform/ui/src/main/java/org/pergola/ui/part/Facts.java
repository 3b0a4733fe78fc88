package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values below each other: "Unit  Elm Court". @since 0.1 */
public final class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("pg-facts");
    }

    public Facts fact(String name, String value) {
        add(new Term(name), new Description(value));
        return this;
    }

    public Facts fact(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
