package org.pergola.shell.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import java.util.ArrayList;
import java.util.List;
import org.pergola.shell.host.ViewEntry;
import org.pergola.ui.Area;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.Drawings;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/** The administration: a drawer with sections at the left, the page in a panel. */
public final class AdminFrame extends Frame {
    private static final long serialVersionUID = 1L;
    private static final List<String> SECTIONS = List.of("", ViewInfo.LEARNING, ViewInfo.PEOPLE, ViewInfo.INSIGHT,
            ViewInfo.SYSTEM);

    private final Nav nav = new Nav();
    private final Div person = new Div();

    public AdminFrame() {
        super(Area.ADMIN);
        addClassName("pg-admin");
        nav.getElement().setAttribute("aria-label", words("shell.menu.admin"));
        nav.addClassName("pg-drawer-nav");
        Go brand = Go.around("/admin", Markup.trusted(Drawings.mark()).plus(Markup.element("span", "",
                Markup.text(words("shell.brand")))).span());
        brand.addClassName("pg-brand");
        Header drawer = new Header(brand, nav, person);
        drawer.addClassName("pg-drawer");
        add(drawer, main());
    }

    @Override
    void draw(List<ViewEntry> items, String current) {
        person.removeAll();
        person.add(PersonMenu.of(this, true));
        List<String> sections = new ArrayList<>(SECTIONS);
        items.stream().map(ViewEntry::section).filter(section -> !sections.contains(section))
                .forEach(section -> sections.add(sections.size() - 1, section));
        StringBuilder html = new StringBuilder();
        for (String section : sections) {
            List<ViewEntry> of = items.stream().filter(item -> item.section().equals(section)).toList();
            if (!of.isEmpty() && !section.isEmpty()) {
                html.append(Markup.element("p", "pg-nav-section", Markup.text(words(section))).html());
            }
            of.forEach(item -> html.append(item(item, current).html()));
        }
        nav.getElement().setProperty("innerHTML", html.toString());
    }
}
