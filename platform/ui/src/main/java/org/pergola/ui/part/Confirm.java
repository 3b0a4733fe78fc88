package org.pergola.ui.part;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;

/** A question before something is done: what it touches, and two buttons with verbs. @since 0.1 */
public final class Confirm {
    private final Text title;
    private final List<Component> content = new ArrayList<>();
    private Text yes = Text.of("ui.confirm.yes");
    private Text no = Text.of("ui.confirm.no");
    private boolean forGood;
    private Runnable action = () -> {
    };

    private Confirm(Text title) {
        this.title = title;
    }

    public static Confirm of(Text title) {
        return new Confirm(title);
    }

    public Confirm say(Component... components) {
        content.addAll(List.of(components));
        return this;
    }

    /** A row of what is touched. */
    public Confirm touches(String icon, String tone, String main, String second) {
        content.add(Markup.led(Markup.tile(icon, tone), main, second).div("pg-touch"));
        return this;
    }

    public Confirm no(Text words) {
        no = words;
        return this;
    }

    public Confirm yes(Text words, Runnable done) {
        yes = words;
        action = done;
        return this;
    }

    /** It cannot be undone: the button is red. */
    public Confirm forGood() {
        forGood = true;
        return this;
    }

    public void ask(Page page) {
        Popup popup = page.dialog(title, content.toArray(Component[]::new));
        popup.foot(Push.plain(page.words(no), popup::close), forGood
                ? Push.danger(page.words(yes), () -> finish(page, popup))
                : Push.primary(page.words(yes), () -> finish(page, popup)));
    }

    private void finish(Page page, Popup popup) {
        popup.close();
        page.attempt(action);
    }
}
