package org.pergola.shell.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.ui.part.Drawings;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Icon;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Status;

/** Cards that stand in a page's place: not an error, a sentence and a way on. */
final class Calm {
    private Calm() {
    }

    /** @param held whether it is being changed this moment, and so back in no time */
    static Div away(Function<Text, String> words, boolean held) {
        Div card = card(Markup.trusted(Drawings.pergola()).div("pg-calm-drawing"),
                words.apply(Text.of(held ? "shell.away.updating.title" : "shell.away.off.title")),
                words.apply(Text.of(held ? "shell.away.updating" : "shell.away.off")));
        if (held) {
            card.add(Markup.trusted("<span class=\"pg-waiting-bar\"><span></span></span>").div("pg-waiting-bar-place"));
        }
        card.add(new Div(Status.OK.of(words.apply(Text.of("shell.away.kept")))));
        card.getElement().setAttribute("role", "status");
        return card;
    }

    static Div missing(Function<Text, String> words) {
        return card(Icon.tile("map", "muted"), words.apply(Text.of("shell.missing.title")),
                words.apply(Text.of("shell.missing")), home(words));
    }

    static Div notAllowed(Function<Text, String> words) {
        return card(Icon.tile("lock", "muted"), words.apply(Text.of("shell.forbidden.title")),
                words.apply(Text.of("shell.forbidden")), home(words));
    }

    static Div refused(Function<Text, String> words, Refused refused) {
        String title = switch (refused.kind()) {
            case FORBIDDEN, UNAUTHENTICATED -> "shell.forbidden.title";
            case MISSING -> "shell.missing.title";
            default -> "shell.refused.title";
        };
        String icon = refused.kind() == Refused.Kind.FORBIDDEN ? "lock" : "map";
        return card(Icon.tile(icon, "muted"), words.apply(Text.of(title)), words.apply(refused.text()), home(words));
    }

    static Div failed(Function<Text, String> words, String reference) {
        return card(Icon.tile("cloud-off", "warn"), words.apply(Text.of("shell.failed.title")),
                words.apply(Text.of("shell.failed", reference)), home(words));
    }

    private static Div card(Component picture, String title, String sentence, Component... ways) {
        Paragraph paragraph = new Paragraph(sentence);
        paragraph.addClassName("pg-lede");
        Div card = new Div(picture, new H1(title), paragraph);
        card.add(ways);
        card.addClassNames("pg-card", "pg-calm");
        return card;
    }

    private static Component home(Function<Text, String> words) {
        return Go.button("/", "", words.apply(Text.of("shell.to_start")), "");
    }
}
