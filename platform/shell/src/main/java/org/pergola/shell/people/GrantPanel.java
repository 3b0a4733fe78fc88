package org.pergola.shell.people;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.people.Person;
import org.pergola.api.people.Roles;
import org.pergola.api.text.Text;
import org.pergola.ui.Page;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Rows;

/** The roles that a person holds, and where. */
@Component(service = GrantPanel.class)
public final class GrantPanel {
    private static final String EVERYWHERE = "everywhere";

    private final Roles roles;

    @Activate
    public GrantPanel(@Reference Roles roles) {
        this.roles = roles;
    }

    Div of(Page page, Person person, Map<UUID, String> units) {
        Div panel = new Div();
        fill(panel, page, person, units);
        return panel;
    }

    private void fill(Div panel, Page page, Person person, Map<UUID, String> units) {
        panel.removeAll();
        Map<UUID, String> names = new LinkedHashMap<>();
        roles.list().forEach(role -> names.put(role.id(), role.name()));
        boolean manages = page.may("kernel.role.manage");
        List<Roles.Grant> grants = roles.grantsOf(person.id());
        Rows rows = new Rows();
        for (Roles.Grant grant : grants) {
            String name = names.getOrDefault(grant.roleId(), "");
            rows.row(Markup.tile("shield-check", "accent"), Markup.strong(name), Markup.quiet(where(page, grant, units)),
                    manages ? new com.vaadin.flow.component.Component[] {
                        Push.icon("x", page.words("shell.people.roles.take", name), () -> page.attempt(() -> {
                            roles.revoke(grant.id());
                            fill(panel, page, person, units);
                        }))} : new com.vaadin.flow.component.Component[0]);
        }
        panel.add(rows);
        if (grants.isEmpty()) {
            panel.add(Markup.quiet(page.words("shell.people.roles.none")).div("pg-small"));
        }
        if (manages) {
            panel.add(Push.quiet("plus", page.words("shell.people.roles.give"),
                    () -> give(page, person, names, units, () -> fill(panel, page, person, units))));
        }
    }

    private void give(Page page, Person person, Map<UUID, String> names, Map<UUID, String> units, Runnable then) {
        Popup popup = page.dialog(Text.of("shell.people.roles.give.title", person.name()));
        Form form = page.form();
        Map<String, String> choices = new LinkedHashMap<>();
        names.forEach((id, name) -> choices.put(id.toString(), name));
        Map<String, String> scopes = new LinkedHashMap<>();
        scopes.put(EVERYWHERE, page.words("shell.people.roles.everywhere"));
        units.forEach((id, name) -> scopes.put(id.toString(), page.words("shell.people.roles.in", name)));
        form.choice("roleId", page.words("shell.people.roles.role"), choices)
                .required(page.words("shell.field.needed"));
        form.choice("scopeId", page.words("shell.people.roles.where"), scopes).value(EVERYWHERE);
        form.onSave(page.words("shell.people.roles.give"), values -> {
            String scope = values.string("scopeId");
            boolean all = scope.equals(EVERYWHERE) || scope.isEmpty();
            roles.grant(person.id(), UUID.fromString(values.string("roleId")), all ? EVERYWHERE : "unit",
                    all ? Optional.empty() : Optional.of(UUID.fromString(scope)), Optional.empty());
            popup.close();
            then.run();
        }, popup::close);
        popup.add(form);
    }

    private static String where(Page page, Roles.Grant grant, Map<UUID, String> units) {
        if (grant.scopeType().equals(EVERYWHERE)) {
            return page.words("shell.people.roles.everywhere");
        }
        return grant.scopeId().map(units::get).map(name -> page.words("shell.people.roles.in", name))
                .orElseGet(() -> page.words("shell.people.roles.elsewhere"));
    }
}
