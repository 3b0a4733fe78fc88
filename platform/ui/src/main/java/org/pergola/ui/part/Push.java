package org.pergola.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Buttons: verb and object. One primary in the page's working area. @since 0.1 */
public final class Push {
    private Push() {
    }

    public static Button primary(String words, Runnable action) {
        Button button = quiet(words, action);
        button.removeClassName("aura-accent-neutral");
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    public static Button primary(String icon, String words, Runnable action) {
        Button button = primary(words, action);
        button.setIcon(Icon.of(icon));
        return button;
    }

    /** The usual button. */
    public static Button quiet(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("aura-accent-neutral");
        button.setDisableOnClick(false);
        return button;
    }

    public static Button quiet(String icon, String words, Runnable action) {
        Button button = quiet(words, action);
        button.setIcon(Icon.of(icon));
        return button;
    }

    /** Without a border, for the less likely of two. */
    public static Button plain(String words, Runnable action) {
        Button button = quiet(words, action);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** Only an icon; its words are for screen readers and the tooltip. */
    public static Button icon(String icon, String words, Runnable action) {
        Button button = new Button(Icon.of(icon), click -> action.run());
        button.addClassName("aura-accent-neutral");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(words);
        button.getElement().setAttribute("title", words);
        return button;
    }

    /** For what cannot be undone. */
    public static Button danger(String words, Runnable action) {
        Button button = primary(words, action);
        button.addClassName("pg-danger");
        return button;
    }
}
