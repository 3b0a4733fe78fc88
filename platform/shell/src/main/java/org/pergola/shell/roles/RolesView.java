package org.pergola.shell.roles;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.people.Roles;
import org.pergola.api.people.Roles.Permission;
import org.pergola.api.people.Roles.Role;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Form;
import org.pergola.ui.list.ListView;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;

/** Roles, and which permissions each has. */
@ViewInfo(area = Area.ADMIN, path = "roles", title = "shell.roles.title", icon = "shield-check",
        permission = "kernel.role.see", section = ViewInfo.PEOPLE, order = 300)
@Component(scope = ServiceScope.PROTOTYPE)
public final class RolesView implements View {
    private final Roles roles;

    @Activate
    public RolesView(@Reference Roles roles) {
        this.roles = roles;
    }

    @Override
    public void show(Page page) {
        List<Role> all = roles.list();
        page.title(Text.of("shell.roles.title")).lede(Text.of("shell.roles.lede", all.size(),
                roles.permissions().size()));
        boolean manages = page.may("kernel.role.manage");
        ListView<Role> list = page.<Role>list().label(page.words("shell.roles.title")).key(Role::id)
                .column(page.words("shell.roles.role"), 4, role -> Markup.led(Markup.tile("shield-check", "accent"),
                        role.name(), page.words(role.suggested() ? "shell.roles.suggested" : "shell.roles.own")))
                .column(page.words("shell.roles.permissions"), 2,
                        role -> Markup.text(page.words("shell.roles.count", role.permissions().size())))
                .column(page.words("shell.roles.people"), 2,
                        role -> Markup.text(page.words("shell.roles.held", role.people())))
                .all(ask -> roles.list());
        list.beside(role -> detail(page, list, role, manages));
        if (manages) {
            page.actions(Push.primary("plus", page.words("shell.roles.add"), () -> create(page, list)));
        }
        page.add(list);
    }

    private void create(Page page, ListView<Role> list) {
        Popup popup = page.dialog(Text.of("shell.roles.add"));
        Form form = page.form();
        form.text("name", page.words("shell.roles.name")).required(page.words("shell.field.needed"));
        form.onSave(page.words("shell.roles.add"), values -> {
            Role added = roles.create(values.string("name"), Set.of());
            popup.close();
            list.refresh();
            list.open(added);
        }, popup::close);
        popup.add(form);
    }

    private Div detail(Page page, ListView<Role> list, Role role, boolean manages) {
        Form form = page.form();
        form.text("name", page.words("shell.roles.name")).required(page.words("shell.field.needed"))
                .value(role.name());
        Map<String, List<Permission>> owners = new TreeMap<>();
        roles.permissions().forEach(permission ->
                owners.computeIfAbsent(permission.owner(), owner -> new ArrayList<>()).add(permission));
        owners.forEach((owner, permissions) -> {
            form.put(Markup.element("h2", "", Markup.text(owner(page, owner))).div("pg-form-heading"));
            permissions.forEach(permission -> form.check(permission.name(), page.words(permission.title()))
                    .value(role.permissions().contains(permission.name())));
        });
        if (manages) {
            form.onSave(page.words("shell.save"), values -> {
                Set<String> chosen = new LinkedHashSet<>(role.permissions());
                owners.values().forEach(permissions -> permissions.forEach(permission -> {
                    if (values.bool(permission.name())) {
                        chosen.add(permission.name());
                    } else {
                        chosen.remove(permission.name());
                    }
                }));
                Role changed = roles.change(role.id(), values.some("name"), Optional.of(chosen),
                        Optional.of(role.version()));
                list.refresh();
                list.open(changed);
                page.notify(Text.of("shell.roles.saved", changed.name()));
            });
        }
        Div detail = new Div(form);
        detail.addClassName("pg-detail");
        if (manages && !role.suggested()) {
            detail.add(Push.quiet("trash-2", page.words("shell.roles.delete"), () -> page.confirm(
                    Confirm.of(Text.of("shell.roles.delete.ask", role.name())).forGood()
                            .yes(Text.of("shell.roles.delete"), () -> {
                                roles.delete(role.id());
                                list.close();
                                list.refresh();
                            }))));
        }
        return detail;
    }

    private static String owner(Page page, String owner) {
        return owner.equals("kernel") ? page.words("shell.roles.platform")
                : page.words(owner + ".plugin.name");
    }
}
