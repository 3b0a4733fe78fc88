package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;

/**
 * A picture of garden geometry, drawn from a seed (an id, a title) where nobody has brought one. The picture is a file
 * of the platform, so that it costs an open page nothing.
 *
 * @since 0.1
 */
public final class Cover {
    /** Where the platform serves the drawings: {@code /shell/covers/<16 hexadecimal digits>.svg}. */
    public static final String PATH = "/shell/covers/";

    private Cover() {
    }

    /** 16:9, as wide as what it stands in. An ornament: it has no words. */
    public static Image of(String seed) {
        Image image = new Image(address(seed), "");
        image.addClassName("pg-cover");
        image.getElement().setAttribute("loading", "lazy");
        return image;
    }

    /** 48 px square, for rows. */
    public static Markup thumb(String seed) {
        return new Markup("<img class=\"pg-thumb\" alt=\"\" loading=\"lazy\" src=\"" + address(seed) + "\">");
    }

    /** A large panel: the content on the cover's dark ink, the picture at its right, above it on a phone. */
    public static Div hero(String seed, Component... content) {
        Div words = new Div(content);
        words.addClassName("pg-hero-words");
        Image image = of(seed);
        image.addClassName("pg-hero-picture");
        image.getElement().setAttribute("loading", "eager");
        Div hero = new Div(image, words);
        hero.addClassNames("pg-hero", "pg-ink-" + Garden.palette(Seed.of(seed)));
        return hero;
    }

    public static String address(String seed) {
        return PATH + Seed.hex(Seed.of(seed)) + ".svg";
    }

    /** The drawing of an address. @param hex 16 hexadecimal digits */
    public static String svg(String hex) {
        return new Garden(Long.parseUnsignedLong(hex, 16)).draw();
    }
}
