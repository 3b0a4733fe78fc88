package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;

/** Where nothing is yet: a drawing, what this is for, three steps, and a way to begin. @since 0.1 */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;
    private final Div words = new Div();

    private EmptyState(String title, String purpose) {
        addClassNames("pg-card", "pg-empty");
        words.addClassName("pg-empty-words");
        Paragraph paragraph = new Paragraph(purpose);
        paragraph.addClassName("pg-lede");
        words.add(new H2(title), paragraph);
        add(Markup.trusted(Drawings.path()).div("pg-empty-drawing"), words);
    }

    public static EmptyState of(String title, String purpose) {
        return new EmptyState(title, purpose);
    }

    /** Smaller, for a part of a page: an icon instead of the drawing. */
    public static Div small(String icon, String sentence, Component... ways) {
        Div small = new Div(Icon.tile(icon, "accent"), new Paragraph(sentence));
        small.addClassName("pg-empty-small");
        small.add(ways);
        return small;
    }

    public EmptyState steps(String... steps) {
        OrderedList list = new OrderedList();
        list.addClassName("pg-steps");
        for (String step : steps) {
            list.add(new ListItem(step));
        }
        words.add(list);
        return this;
    }

    /** Ways to begin, the likely one first and primary. */
    public EmptyState ways(Component... buttons) {
        Div row = new Div(buttons);
        row.addClassName("pg-actions");
        words.add(row);
        return this;
    }

    /** Who can see it, and which plugin brought it. */
    public EmptyState note(String sentence) {
        Paragraph note = new Paragraph(sentence);
        note.addClassNames("pg-quiet", "pg-small");
        words.add(note);
        return this;
    }
}
