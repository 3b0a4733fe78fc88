package org.pergola.shell.units;

import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.people.OrgUnits;
import org.pergola.api.people.OrgUnits.OrgUnit;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.form.Form;
import org.pergola.ui.part.Confirm;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Popup;
import org.pergola.ui.part.Push;
import org.pergola.ui.part.Rows;

/** The tree of org units. */
@ViewInfo(area = Area.ADMIN, path = "units", title = "shell.units.title", icon = "network",
        permission = "kernel.unit.see", section = ViewInfo.PEOPLE, order = 200)
@Component(scope = ServiceScope.PROTOTYPE)
public final class UnitsView implements View {
    private static final int DEEPEST = 8;

    private final OrgUnits units;

    @Activate
    public UnitsView(@Reference OrgUnits units) {
        this.units = units;
    }

    @Override
    public void show(Page page) {
        List<OrgUnit> all = inTree(units.list());
        boolean manages = page.may("kernel.unit.manage");
        page.title(Text.of("shell.units.title")).lede(Text.of("shell.units.lede", all.size()));
        if (manages) {
            page.actions(Push.primary("plus", page.words("shell.units.add"), () -> create(page, all)));
        }
        if (all.isEmpty()) {
            page.add(EmptyState.of(page.words("shell.units.empty.title"), page.words("shell.units.empty")));
            return;
        }
        Map<UUID, Integer> depths = new HashMap<>();
        Rows rows = new Rows().lined();
        for (OrgUnit unit : all) {
            int depth = unit.parentId().map(parent -> depths.getOrDefault(parent, -1) + 1).orElse(0);
            depths.put(unit.id(), depth);
            Markup picture = Markup.element("span", "pg-depth-" + Math.min(depth, DEEPEST),
                    Markup.tile(depth == 0 ? "building-2" : "network", "accent"));
            rows.row(picture, Markup.strong(unit.name()), Markup.quiet(page.words("shell.units.people", unit.people())),
                    manages ? actions(page, all, unit) : new Div());
        }
        Div card = new Div(rows);
        card.addClassNames("pg-card", "pg-tree");
        page.add(card);
    }

    private Div actions(Page page, List<OrgUnit> all, OrgUnit unit) {
        Div actions = new Div(
                Push.icon("pencil", page.words("shell.units.edit", unit.name()), () -> change(page, all, unit)),
                Push.icon("trash-2", page.words("shell.units.delete", unit.name()), () -> page.confirm(
                        Confirm.of(Text.of("shell.units.delete.ask", unit.name()))
                                .touches("network", "warn", page.words("shell.units.delete.what"),
                                        page.words("shell.units.delete.more"))
                                .forGood().yes(Text.of("shell.units.delete.yes"), () -> {
                                    units.delete(unit.id());
                                    page.reload();
                                }))));
        actions.addClassName("pg-actions");
        return actions;
    }

    private void create(Page page, List<OrgUnit> all) {
        Popup popup = page.dialog(Text.of("shell.units.add"));
        Form form = fields(page, all, Optional.empty());
        form.onSave(page.words("shell.units.add"), values -> {
            units.create(values.string("name"), values.some("parentId").map(UUID::fromString));
            popup.close();
            page.reload();
        }, popup::close);
        popup.add(form);
    }

    private void change(Page page, List<OrgUnit> all, OrgUnit unit) {
        Popup popup = page.dialog(Text.of("shell.units.edit", unit.name()));
        Form form = fields(page, all, Optional.of(unit));
        form.onSave(page.words("shell.save"), values -> {
            units.change(unit.id(), values.some("name"), Optional.of(values.some("parentId").map(UUID::fromString)),
                    Optional.of(unit.version()));
            popup.close();
            page.reload();
        }, popup::close);
        popup.add(form);
    }

    private static Form fields(Page page, List<OrgUnit> all, Optional<OrgUnit> unit) {
        Form form = page.form();
        form.text("name", page.words("shell.units.name")).required(page.words("shell.field.needed"))
                .value(unit.map(OrgUnit::name).orElse(""));
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("", page.words("shell.units.top"));
        all.stream().filter(other -> unit.filter(other::equals).isEmpty())
                .forEach(other -> parents.put(other.id().toString(), other.name()));
        form.choice("parentId", page.words("shell.units.parent"), parents)
                .value(unit.flatMap(OrgUnit::parentId).map(UUID::toString).orElse(""));
        return form;
    }

    /** Each unit right below the one it belongs to. */
    static List<OrgUnit> inTree(List<OrgUnit> units) {
        Map<Optional<UUID>, List<OrgUnit>> children = new LinkedHashMap<>();
        List<UUID> known = units.stream().map(OrgUnit::id).toList();
        for (OrgUnit unit : units) {
            children.computeIfAbsent(unit.parentId().filter(known::contains), id -> new java.util.ArrayList<>())
                    .add(unit);
        }
        List<OrgUnit> tree = new java.util.ArrayList<>();
        below(Optional.empty(), children, tree);
        return tree;
    }

    private static void below(Optional<UUID> parent, Map<Optional<UUID>, List<OrgUnit>> children, List<OrgUnit> into) {
        for (OrgUnit unit : children.getOrDefault(parent, List.of())) {
            into.add(unit);
            below(Optional.of(unit.id()), children, into);
        }
    }
}
