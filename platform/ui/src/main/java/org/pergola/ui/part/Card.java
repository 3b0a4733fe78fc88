package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A card with a picture: facts, a title that is the link, one sentence, and a foot. The whole card is the link's
 * target. @since 0.1
 */
public final class Card extends Article {
    private static final long serialVersionUID = 1L;
    private final Div body = new Div();
    private final String title;

    private Card(String title) {
        this.title = title;
        addClassNames("pg-card", "pg-picture-card");
        getElement().setAttribute("aria-label", title);
        body.addClassName("pg-card-body");
        add(body);
    }

    public static Card of(String title) {
        return new Card(title);
    }

    /** Drawn from the seed, 16:9. */
    public Card cover(String seed) {
        getElement().insertChild(0, Cover.of(seed).getElement());
        return this;
    }

    /** A quiet line above the title. */
    public Card facts(String words) {
        body.add(Markup.text(words).div("pg-card-facts"));
        return this;
    }

    /** The title as a link. */
    public Card link(String href) {
        body.add(new H3(Go.to(href, title)));
        addClassName("pg-pressable");
        return this;
    }

    /** The title alone. */
    public Card plain() {
        body.add(new H3(title));
        return this;
    }

    public Card sentence(String words) {
        if (!words.isBlank()) {
            Paragraph paragraph = new Paragraph(words);
            paragraph.addClassName("pg-clamp");
            body.add(paragraph);
        }
        return this;
    }

    /** Status at the left, people or buttons at the right. */
    public Card foot(Component... components) {
        Div foot = new Div(components);
        foot.addClassName("pg-card-foot");
        body.add(foot);
        return this;
    }

    /** Cards side by side, as many as fit. */
    public static Div row(Component... cards) {
        Div row = new Div(cards);
        row.addClassName("pg-cards");
        return row;
    }
}
