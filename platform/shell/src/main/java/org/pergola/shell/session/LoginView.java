package org.pergola.shell.session;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.shell.host.Services;
import org.pergola.ui.part.Drawings;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Status;

/** Signing in: a name, a password, one sentence where they are wrong. */
public final class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Services services = Services.current();
    private final TextField name = new TextField(words("shell.login.name"));
    private final PasswordField password = new PasswordField(words("shell.login.password"));
    private final Div outcome = new Div();
    private final Button button = Push.primary(words("shell.login.submit"), this::signIn);
    private String back = "/";

    public LoginView() {
        addClassName("pg-login");
        Image picture = new Image("/shell/garden.svg", "");
        picture.addClassName("pg-login-picture");
        Main main = new Main(brand(), form());
        main.addClassName("pg-login-main");
        add(main, picture);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        back = event.getLocation().getQueryParameters().getParameters().getOrDefault("return", List.of()).stream()
                .filter(LoginView::isOurs).findFirst().orElse("/");
        if (Signing.current().person().isPresent()) {
            event.getUI().getPage().setLocation(back);
        }
        name.focus();
    }

    @Override
    public String getPageTitle() {
        return words("shell.window", words("shell.login.submit"));
    }

    /** A path of this portal, nothing that a browser would take for another host. */
    static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") && !path.startsWith("/login");
    }

    private Div brand() {
        Div brand = Markup.trusted(Drawings.mark()).plus(Markup.element("span", "", Markup.text(words("shell.brand"))))
                .div("pg-brand");
        return brand;
    }

    private Div form() {
        name.getElement().setAttribute("autocomplete", "username");
        name.getElement().setAttribute("autocapitalize", "none");
        password.getElement().setAttribute("autocomplete", "current-password");
        name.addKeyPressListener(Key.ENTER, pressed -> password.focus());
        password.addKeyPressListener(Key.ENTER, pressed -> signIn());
        outcome.addClassName("pg-login-outcome");
        outcome.getElement().setAttribute("role", "alert");
        button.addClassName("pg-wide");
        Paragraph lede = new Paragraph(words("shell.login.lede"));
        lede.addClassName("pg-lede");
        Div form = new Div(new H1(words("shell.login.title")), lede, outcome, name, password, button);
        form.addClassName("pg-login-form");
        return form;
    }

    private void signIn() {
        outcome.removeAll();
        if (name.isEmpty() || password.isEmpty()) {
            say(words("shell.login.empty"));
            return;
        }
        try {
            UUID person = services.signIn().check(name.getValue().strip(), password.getValue(),
                    VaadinRequest.getCurrent().getRemoteAddr());
            UI ui = UI.getCurrent();
            Signing.in(person, services.signIn());
            ui.getPage().setLocation(back);
        } catch (Refused refused) {
            password.clear();
            password.focus();
            say(refused.kind() == Refused.Kind.TOO_MANY && refused.text().args().stream()
                    .findFirst().orElse("") instanceof Long seconds ? locked(seconds)
                    : services.texts().words(refused.text(), Signing.LOCALE));
        }
    }

    private String locked(long seconds) {
        return seconds < 90 ? words("shell.login.locked", seconds)
                : words("shell.login.locked.long", (seconds + 59) / 60);
    }

    private void say(String sentence) {
        outcome.removeAll();
        outcome.add(Status.LOOK.of(sentence));
    }

    private String words(String key, Object... arguments) {
        return services.texts().words(Text.of(key, arguments), Signing.LOCALE);
    }
}
