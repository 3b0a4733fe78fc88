package org.pergola.shell.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.pergola.shell.host.ViewEntry;
import org.pergola.ui.Area;
import org.pergola.ui.part.Drawings;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/** The portal: a bar at the top, and at the bottom of a phone. Plain HTML, which is light for each open page. */
public final class PortalFrame extends Frame {
    private static final long serialVersionUID = 1L;
    private static final int BOTTOM_ITEMS = 5;

    private final Nav top = new Nav();
    private final Nav bottom = new Nav();
    private final Div person = new Div();

    public PortalFrame() {
        super(Area.PORTAL);
        addClassName("pg-portal");
        top.addClassName("pg-top-nav");
        top.getElement().setAttribute("aria-label", words("shell.menu.main"));
        bottom.addClassName("pg-bottom-nav");
        bottom.getElement().setAttribute("aria-label", words("shell.menu.main.phone"));
        Go brand = Go.around("/", Markup.trusted(Drawings.mark()).plus(Markup.element("span", "",
                Markup.text(words("shell.brand")))).span());
        brand.addClassName("pg-brand");
        Div bar = new Div(brand, top, person);
        bar.addClassName("pg-top-bar");
        Header header = new Header(bar);
        header.addClassName("pg-top");
        add(header, main(), bottom);
    }

    @Override
    void draw(List<ViewEntry> items, String current) {
        person.removeAll();
        if (actor().person().isPresent()) {
            person.add(PersonMenu.of(this, false));
        } else {
            person.add(Go.button("/login", "", words("shell.login.submit"), ""));
        }
        top.getElement().setProperty("innerHTML", html(items, current));
        bottom.getElement().setProperty("innerHTML",
                html(items.subList(0, Math.min(BOTTOM_ITEMS, items.size())), current));
        bottom.setVisible(!items.isEmpty());
    }

    private String html(List<ViewEntry> items, String current) {
        StringBuilder html = new StringBuilder();
        items.forEach(item -> html.append(item(item, current).html()));
        return html.toString();
    }
}
