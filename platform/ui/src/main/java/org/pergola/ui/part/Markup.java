package org.pergola.ui.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/**
 * A piece of a page as HTML: what grid cells are made of, and rows that need no server-side component. Words are
 * escaped when they come in, so that a Markup is always safe to show. Styles are classes, never attributes.
 *
 * @param html well-formed
 * @since 0.1
 */
public record Markup(String html) {
    private static final Markup NOTHING = new Markup("");

    public static Markup nothing() {
        return NOTHING;
    }

    /** Words as they are. */
    public static Markup text(String words) {
        return new Markup(escape(words));
    }

    /** HTML that has been sanitised; never a person's own. */
    public static Markup trusted(String sanitised) {
        return new Markup(sanitised);
    }

    /** Second text colour. */
    public static Markup quiet(String words) {
        return element("span", "pg-quiet", text(words));
    }

    public static Markup strong(String words) {
        return element("b", "pg-name", text(words));
    }

    /** Right-aligned figures of one width. */
    public static Markup figure(String words) {
        return element("span", "r", text(words));
    }

    /** A name and a line under it. */
    public static Markup two(String main, String second) {
        return element("span", "pg-two", strong(main), quiet(second));
    }

    /** A drawing or picture, a name and a line under it. */
    public static Markup led(Markup picture, String main, String second) {
        return element("span", "pg-led", picture, two(main, second));
    }

    public static Markup icon(String name) {
        return element("span", "pg-icon", new Markup(Icons.svg(name)));
    }

    /** An icon in a tinted square. @param tone ok, warn, bad, info, muted or accent */
    public static Markup tile(String icon, String tone) {
        return element("span", "pg-tile pg-" + tone, new Markup(Icons.svg(icon)));
    }

    /** An icon in a square of a plugin's own colour. @param hue degrees */
    public static Markup tile(String icon, int hue) {
        return element("span", "pg-tile pg-hued pg-h" + Math.floorMod(Math.round(hue / 15f) * 15, 360),
                new Markup(Icons.svg(icon)));
    }

    /** Initials, or a picture, in the person's colour. @param picture content hash */
    public static Markup avatar(String name, Optional<String> picture) {
        String tone = "pg-avatar pg-user-" + Math.floorMod(name.hashCode(), 6);
        return picture.map(hash -> new Markup("<img class=\"pg-avatar\" alt=\"\" src=\"/files/" + escape(hash) + "\">"))
                .orElseGet(() -> new Markup("<span class=\"" + tone + "\" aria-hidden=\"true\">"
                        + escape(initials(name)) + "</span>"));
    }

    /** A bar with its words. @param share 0 to 1 */
    public static Markup progress(double share, String words) {
        int percent = (int) Math.round(Math.clamp(share, 0, 1) * 100);
        return new Markup("<span class=\"pg-progress-cell\"><progress class=\"pg-progress\" max=\"100\" value=\""
                + percent + "\" aria-label=\"" + escape(words) + "\"></progress><span class=\"pg-quiet\">"
                + escape(words) + "</span></span>");
    }

    /** A link within the portal. */
    public static Markup link(String href, String words) {
        return new Markup("<a class=\"pg-link\" router-link href=\"" + escape(href) + "\">" + escape(words) + "</a>");
    }

    /** @param tag an element's name, @param classes of the platform's style sheet */
    public static Markup element(String tag, String classes, Markup... children) {
        StringBuilder html = new StringBuilder(64).append('<').append(tag);
        if (!classes.isEmpty()) {
            html.append(" class=\"").append(classes).append('"');
        }
        html.append('>');
        for (Markup child : children) {
            html.append(child.html);
        }
        return new Markup(html.append("</").append(tag).append('>').toString());
    }

    public Markup plus(Markup other) {
        return new Markup(html + other.html);
    }

    /** As a component that costs one element. */
    public Span span() {
        Span span = new Span();
        span.getElement().setProperty("innerHTML", html);
        return span;
    }

    /** As a block. */
    public Div div(String classes) {
        Div div = new Div();
        div.addClassName(classes);
        div.getElement().setProperty("innerHTML", html);
        return div;
    }

    /** As text of HTML, also inside attributes. */
    public static String escape(String words) {
        StringBuilder safe = null;
        for (int i = 0; i < words.length(); i++) {
            String with = switch (words.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (!with.isEmpty() && safe == null) {
                safe = new StringBuilder(words.length() + 16).append(words, 0, i);
            }
            if (safe != null) {
                safe.append(with.isEmpty() ? String.valueOf(words.charAt(i)) : with);
            }
        }
        return safe == null ? words : safe.toString();
    }

    static String initials(String name) {
        String[] parts = name.strip().split("\\s+");
        String first = first(parts[0]);
        return parts.length < 2 ? first : first + first(parts[parts.length - 1]);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(word.codePointAt(0))).toUpperCase(java.util.Locale.ROOT);
    }
}
