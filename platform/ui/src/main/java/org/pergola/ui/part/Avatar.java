package org.pergola.ui.part;

import com.vaadin.flow.component.html.Span;
import org.pergola.api.people.PersonRef;

/** A person's picture or initials. @since 0.1 */
public final class Avatar {
    private Avatar() {
    }

    public static Span of(PersonRef person) {
        return Markup.avatar(person.name(), person.avatar()).span();
    }

    /** 64 px, for details. */
    public static Span large(PersonRef person) {
        Span avatar = of(person);
        avatar.addClassName("pg-large");
        return avatar;
    }
}
