package org.pergola.media.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.pergola.media.Content.Caption;
import org.pergola.media.Content.Video;
import org.pergola.media.Opening;
import org.pergola.ui.Page;

/**
 * The browser's own player: every browser's users know its keys, its captions and its speeds. What it tells comes from
 * the module {@code video.js}.
 */
@Tag("div")
final class Player extends Div {

    private static final long serialVersionUID = 1L;

    /** The module may come a moment later than the element. */
    private static final String WATCH = "const go = () => { if (!this.isConnected) return;"
            + " if (window.pergolaMedia) { window.pergolaMedia.watch(this, $0); } else { setTimeout(go, 50); } }; go();";

    private final Element film = new Element("video");
    private final transient Video video;
    private final transient Opening opening;

    Player(Video video, String title, Locale locale, Opening opening) {
        this.video = video;
        this.opening = opening;
        addClassName("pg-film");
        film.setAttribute("controls", true).setAttribute("playsinline", true).setAttribute("preload", "metadata")
                .setAttribute("crossorigin", "anonymous").setAttribute("aria-label", title);
        video.captions().forEach(caption -> film.appendChild(track(caption, locale)));
        film.setAttribute("src", opening.address(video.upload(), false));
        getElement().appendChild(film);
    }

    private Element track(Caption caption, Locale locale) {
        Locale language = Locale.forLanguageTag(caption.language());
        return new Element("track").setAttribute("kind", "captions").setAttribute("srclang", caption.language())
                .setAttribute("label", language.getDisplayName(locale)).setAttribute("src", opening.address(caption));
    }

    /**
     * Begins where one stopped, and tells what is played.
     *
     * @param told {@code place;from-to,from-to} in milliseconds, each time all of it
     */
    void watch(Page page, Duration place, Consumer<String> told) {
        page.module("video.js");
        film.addPropertyChangeListener("watched", "pg-watched", change -> {
            if (change.isUserOriginated() && change.getValue() instanceof String words) {
                told.accept(words);
            }
        });
        film.addEventListener("pg-expired", event -> film.setAttribute("src", opening.address(video.upload(), false)));
        film.executeJs(WATCH, place.toMillis() / 1000.0);
    }
}
