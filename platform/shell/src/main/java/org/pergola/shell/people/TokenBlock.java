package org.pergola.shell.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.pergola.api.host.SignIn;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Rows;

/** One's own access tokens: what there is, a new one, and taking one back. */
final class TokenBlock {
    private final SignIn accounts;
    private final Page page;
    private final Div list = new Div();

    TokenBlock(SignIn accounts, Page page) {
        this.accounts = accounts;
        this.page = page;
        list.addClassName("pg-tokens");
    }

    /** As a section of a form. */
    Form form() {
        Form form = page.form();
        form.section(page.words("shell.account.tokens"), page.words("shell.account.tokens.more"));
        fill();
        form.put(list);
        form.put(new Div(Push.quiet("plus", page.words("shell.account.tokens.add"), this::add)));
        return form;
    }

    private void fill() {
        list.removeAll();
        List<SignIn.Token> tokens = accounts.tokens();
        if (tokens.isEmpty()) {
            list.add(Markup.quiet(page.words("shell.account.tokens.none")).span());
            return;
        }
        Rows rows = new Rows().lined();
        tokens.forEach(token -> rows.row(Markup.tile("key-round", "muted"), Markup.strong(token.label()),
                Markup.quiet(page.words("shell.account.tokens.since", page.when(token.created()))),
                Push.icon("trash-2", page.words("shell.account.tokens.revoke", token.label()), () -> revoke(token))));
        list.add(rows);
    }

    private void add() {
        Popup popup = page.dialog(Text.of("shell.account.tokens.add"));
        Form form = page.form();
        form.text("label", page.words("shell.account.tokens.label")).required(page.words("shell.field.needed"))
                .help(page.words("shell.account.tokens.label.help"));
        form.onSave(page.words("shell.account.tokens.add"), values -> {
            String token = accounts.newToken(values.string("label"));
            popup.close();
            fill();
            show(values.string("label"), token);
        }, popup::close);
        popup.add(form);
    }

    private void show(String label, String token) {
        TextField field = new TextField();
        field.setAriaLabel(page.words("shell.account.tokens.shown", label));
        field.setValue(token);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        Popup popup = page.dialog(Text.of("shell.account.tokens.shown", label),
                Markup.quiet(page.words("shell.account.tokens.once")).span(), field);
        popup.foot(Push.primary(page.words("shell.account.tokens.kept"), popup::close));
        field.focus();
    }

    private void revoke(SignIn.Token token) {
        page.confirm(Confirm.of(Text.of("shell.account.tokens.revoke.ask", token.label()))
                .touches("key-round", "warn", page.words("shell.account.tokens.revoke.what"),
                        page.words("shell.account.tokens.revoke.more"))
                .yes(Text.of("shell.account.tokens.revoke.yes"), () -> {
                    accounts.revokeToken(token.id());
                    fill();
                }));
    }
}
