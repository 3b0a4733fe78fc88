package org.pergola.shell.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.Component;
import org.pergola.api.people.PersonRef;
import org.pergola.shell.session.Signing;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;

/** What stands behind one's own picture. */
final class PersonMenu {
    private PersonMenu() {
    }

    static Component of(Frame frame, boolean named) {
        PersonRef person = frame.person();
        Markup face = Markup.avatar(person.name(), person.avatar());
        NativeDetails menu = new NativeDetails();
        menu.addClassName("pg-menu");
        menu.setSummary((named ? Markup.led(face, person.name(), frame.words("shell.menu.you"))
                .plus(Markup.icon("ellipsis-vertical")) : face.plus(Markup.element("span", "pg-hidden",
                Markup.text(frame.words("shell.menu.of", person.name()))))).span());
        Div items = new Div();
        items.addClassName("pg-menu-items");
        items.add(Markup.element("b", "", Markup.text(person.name())).div("pg-menu-name"));
        if (named) {
            items.add(go("/", "house", frame.words("shell.menu.portal")));
        } else if (frame.actor().person().filter(frame.services().administration()::administers).isPresent()) {
            items.add(go("/admin", "settings-2", frame.words("shell.menu.admin")));
        }
        items.add(go("/account", "key-round", frame.words("shell.account.title")),
                go("/help", "circle-help", frame.words("shell.help.title")), signOut(frame));
        menu.setContent(items);
        return menu;
    }

    private static Go go(String href, String icon, String words) {
        Go go = Go.around(href, Markup.icon(icon).plus(Markup.element("span", "", Markup.text(words))).span());
        go.addClassName("pg-menu-item");
        return go;
    }

    private static NativeButton signOut(Frame frame) {
        NativeButton button = new NativeButton();
        button.addClassName("pg-menu-item");
        button.add(Markup.icon("log-out").plus(Markup.element("span", "",
                Markup.text(frame.words("shell.menu.out")))).span());
        button.addClickListener(click -> {
            button.getUI().ifPresent(ui -> ui.getPage().setLocation("/login"));
            Signing.out();
        });
        return button;
    }
}
