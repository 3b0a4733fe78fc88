package org.pergola.shell.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import org.pergola.ui.Area;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/** The bones of a page: the way back, a title with its line and actions, the content, and perhaps a right column. */
final class Layout {
    private final Div root = new Div();
    private final Div body = new Div();
    private final Header header = new Header();
    private final Div heading = new Div();
    private final H1 title = new H1();
    private final Paragraph lede = new Paragraph();
    private final Div actions = new Div();
    private final Nav crumbs = new Nav();
    private final Aside aside = new Aside();
    private final boolean part;

    /** For a view. */
    Layout(Area area) {
        part = false;
        root.addClassNames("pg-page", "pg-page-" + area.name().toLowerCase(java.util.Locale.ROOT));
        body.addClassName("pg-body");
        header.addClassName("pg-page-head");
        heading.addClassName("pg-heading");
        lede.addClassName("pg-lede");
        actions.addClassName("pg-actions");
        crumbs.addClassName("pg-crumbs");
        aside.addClassName("pg-aside");
        heading.add(title);
        header.add(heading);
        header.setVisible(false);
        root.add(header, body);
    }

    /** For a part of a slot: content only. */
    Layout() {
        part = true;
        root.addClassName("pg-part");
        root.add(body);
        body.addClassName("pg-part-body");
    }

    Div root() {
        return root;
    }

    void title(String words) {
        viewOnly();
        title.setText(words);
        header.setVisible(true);
    }

    void lede(String words) {
        viewOnly();
        lede.setText(words);
        heading.add(lede);
    }

    void crumb(String label, String words, String href) {
        viewOnly();
        if (crumbs.getParent().isEmpty()) {
            crumbs.getElement().setAttribute("aria-label", label);
            root.addComponentAsFirst(crumbs);
        }
        crumbs.add(Go.to(href, words), Markup.icon("chevron-right").span());
    }

    void actions(Component... components) {
        viewOnly();
        actions.add(components);
        header.add(actions);
        header.setVisible(true);
    }

    void add(Component... components) {
        body.add(components);
    }

    void aside(Component... components) {
        viewOnly();
        aside.add(components);
        if (aside.getParent().isEmpty()) {
            root.addClassName("pg-with-aside");
            root.add(aside);
        }
    }

    void bare() {
        viewOnly();
        root.addClassName("pg-bare");
    }

    void clear() {
        body.removeAll();
        if (!part) {
            aside.removeAll();
            actions.removeAll();
        }
    }

    private void viewOnly() {
        if (part) {
            throw new IllegalStateException("A part of a slot has content only; the page around it has the title.");
        }
    }
}
