package org.pergola.ui.part;

import com.vaadin.flow.component.html.Span;

/** How something stands: a colour, an icon and a word, always all three. @since 0.1 */
public enum Status {
    OK("circle-check", "ok"),
    SOON("clock", "warn"),
    LATE("clock-alert", "bad"),
    ENDED("octagon-alert", "bad"),
    MISSING("circle-x", "bad"),
    LOOK("triangle-alert", "warn"),
    UNDER_WAY("circle-dot-dashed", "info"),
    OFF("circle-pause", "muted"),
    NOT_STARTED("circle", "muted"),
    LOCKED("lock", "muted"),
    NEWS("info", "info");

    private final String icon;
    private final String tone;

    Status(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    public String icon() {
        return icon;
    }

    /** The colour's name in the style sheet: ok, warn, bad, info or muted. */
    public String tone() {
        return tone;
    }

    /** Plain, as in lists. */
    public Markup markup(String word) {
        return Markup.element("span", "pg-status pg-" + tone, Markup.icon(icon),
                Markup.element("span", "", Markup.text(word)));
    }

    /** On its tint, for what is rare. */
    public Markup pill(String word) {
        return Markup.element("span", "pg-pill pg-" + tone, Markup.icon(icon),
                Markup.element("span", "", Markup.text(word)));
    }

    public Span of(String word) {
        return markup(word).span();
    }
}
