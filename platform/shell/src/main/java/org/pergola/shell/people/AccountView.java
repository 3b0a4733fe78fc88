package org.pergola.shell.people;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.access.Access;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SignIn;
import org.pergola.api.people.People;
import org.pergola.api.text.Text;
import org.pergola.shell.session.Signing;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Form;

/** One's own account: who one is here, a new password, and the tokens of one's programs. */
@ViewInfo(area = Area.PORTAL, path = "account", title = "shell.account.title", icon = "key-round",
        permission = Access.SIGNED_IN, menu = false)
@Component(scope = ServiceScope.PROTOTYPE)
public final class AccountView implements View {
    private final People people;
    private final SignIn accounts;

    @Activate
    public AccountView(@Reference People people, @Reference SignIn accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public void show(Page page) {
        page.title(Text.of("shell.account.title"));
        people.find(page.person()).ifPresent(person ->
                page.lede(Text.of("shell.account.lede", person.name(), person.email())));
        Form form = page.form();
        form.section(page.words("shell.account.password"), page.words("shell.account.password.more"));
        String needed = page.words("shell.field.needed");
        form.password("old", page.words("shell.account.old")).required(needed);
        form.password("password", page.words("shell.account.new")).required(needed)
                .help(page.words("shell.people.password.help"));
        form.password("again", page.words("shell.account.again")).required(needed);
        form.onSave(page.words("shell.account.save"), values -> {
            if (!values.string("password").equals(values.string("again"))) {
                throw Refused.invalid("again", Text.of("shell.account.different"));
            }
            people.changeOwnPassword(values.string("old"), values.string("password"));
            Signing.goOn(accounts);
            // In this order: what a page says goes with it.
            page.reload();
            page.notify(Text.of("shell.account.done"));
        });
        page.add(form, new TokenBlock(accounts, page).form());
    }
}
