package org.pergola.ui;

import com.vaadin.flow.component.Component;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.ui.form.Form;
import org.pergola.ui.list.ListView;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.FileDrop;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Toast;

/**
 * The page that a {@link View} fills, for one person in one browser window. Everything that outlives a component
 * (dialogs, notifications, timers, work under way) is opened here and closed with the page.
 *
 * @since 0.1
 */
@ProviderType
public interface Page {

    // Who and where

    /** Who looks at it. */
    Actor actor();

    /** The person who looks at it. @throws Refused (unauthenticated) for a stranger */
    default UUID person() {
        return actor().person().orElseThrow(
                () -> new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("ui.sign_in_first")));
    }

    /** Whether this person has the permission anywhere: for buttons. The service behind asks again. */
    boolean may(String permission);

    Area area();

    /** As in the address, without the area: {@code reports/0190...}. */
    String path();

    /** What stands in the path for {@code {name}}. @throws IllegalArgumentException where the path has no such name */
    String param(String name);

    /** The same as an id. @throws Refused (missing) where it is none */
    default UUID id(String name) {
        String value = param(name);
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException malformed) {
            throw Refused.missing(Text.of("ui.missing")).because(malformed);
        }
    }

    /** From behind the question mark. */
    Optional<String> query(String name);

    // Words

    Locale locale();

    ZoneId zone();

    Instant now();

    String words(Text text);

    default String words(String key, Object... arguments) {
        return words(Text.of(key, arguments));
    }

    /** As people say it: "5 minutes ago", "Yesterday at 16:20", "14 March 2027". */
    default String when(Instant instant) {
        return words(When.said(instant, now(), zone()));
    }

    /** "14 March 2027". */
    default String day(LocalDate day) {
        return When.day(day, locale());
    }

    /** "Due in 3 days", "Due tomorrow", "Was due 20 November". */
    default String due(Instant due) {
        return words(When.due(due, now(), zone(), locale()));
    }

    /** "25 min", "1 h 30 min". */
    default String lasts(Duration duration) {
        return words(When.lasts(duration));
    }

    // What is seen

    Page title(Text title);

    /** What the browser window alone is called, for a page that brings a heading of its own. */
    Page window(Text title);

    /** The one line under the title that answers "what about it?". */
    Page lede(Text lede);

    /** A step of the way back, outermost first: "My learning". */
    Page crumb(Text label, String path);

    /** At the right of the title, the primary one last. */
    Page actions(Component... components);

    /** Below what is there already. */
    Page add(Component... components);

    /** Into the right column, 384 wide; below the rest on a phone. */
    Page aside(Component... components);

    /** Without the usual header and margins: for players. */
    Page bare();

    /** Takes off what was added, also from the right column. */
    Page clear();

    /** A place for other plugins. @param context a record of one's own {@code -api}, or {@code ""} for nothing */
    Component slot(String name, Object context);

    /** As {@link #slot(String, Object)}, only the parts for one kind of activity. */
    Component slot(String name, Object context, String activityType);

    /** Loads an ES module of the plugin's {@code web/} folder, once. */
    void module(String file);

    /** A list that is loaded as one scrolls. */
    default <T> ListView<T> list() {
        return new ListView<>(this);
    }

    default Form form() {
        return new Form(this);
    }

    /**
     * A place to drop a file.
     *
     * @param accept extensions: {@code ".zip"}
     * @param limit  in bytes
     * @param work   with the file's name and bytes, not under the session's lock; may throw {@link Refused}
     * @param then   with the answer, back on the page
     */
    default <T> FileDrop upload(String accept, long limit, BiFunction<String, InputStream, T> work, Consumer<T> then) {
        return FileDrop.of(this, accept, limit, work, then);
    }

    // What opens on top

    default Popup dialog(Text title, Component... content) {
        return new Popup(this, words(title), content);
    }

    /** Asks once before something is done. */
    default void confirm(Confirm question) {
        question.ask(this);
    }

    default void notify(Text text) {
        Toast.done(this, words(text));
    }

    /** Does it, and says why where it is refused. @return whether it was done */
    default boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refused refused) {
            Toast.refused(this, words(refused.text()));
            return false;
        }
    }

    // Where to

    /** The address of a path of this area, or, with a leading slash, of the whole portal. */
    default String href(String path) {
        return path.startsWith("/") ? path : area().address(path);
    }

    void navigate(String path);

    /** Puts another value behind the question mark without showing the page again; empty takes it away. */
    void replace(String name, String value);

    /** Shows the page again, as if it had just been opened. */
    void reload();

    // Work and time

    /** Slow work off the page, as this person; then its answer, on the page. What it throws is said on the page. */
    <T> void load(Supplier<T> work, Consumer<T> then);

    /** Again and again while the page is open, on the page; at least a second apart. */
    void every(Duration apart, Runnable action);

    /** On the page, from any thread, as this person. Nothing happens where the page has been closed. */
    void access(Runnable action);

    /** When the page is left or its plugin goes away. */
    void onClose(Runnable action);
}
