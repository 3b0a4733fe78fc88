package org.pergola.shell.home;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.people.People;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.shell.changes.ChangeRows;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.Slots;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.part.Block;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Go;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Rows;
import org.pergola.ui.part.Status;

/** The administration's start page: health, what needs attention, what has changed. */
@ViewInfo(area = Area.ADMIN, path = "", title = "shell.overview.title", icon = "layout-dashboard",
        permission = "kernel.admin.open", order = 0)
@Component(scope = ServiceScope.PROTOTYPE)
public final class OverviewView implements View {
    private static final int RECENT = 8;

    private final People people;
    private final Plugins plugins;
    private final ChangeRows changes;

    @Activate
    public OverviewView(@Reference People people, @Reference Plugins plugins,
            @Reference ChangeRows changes) {
        this.people = people;
        this.plugins = plugins;
        this.changes = changes;
    }

    @Override
    public void show(Page page) {
        page.title(Greeting.of(page, people));
        List<Plugins.Info> known = page.may("kernel.plugin.see") ? plugins.list() : List.of();
        List<Plugins.Info> looks = known.stream().filter(OverviewView::needsLook).toList();
        page.lede(looks.isEmpty() ? Text.of("shell.overview.well") : Text.of("shell.overview.needs", looks.size()));
        Div facts = new Div();
        facts.addClassNames("pg-card", "pg-facts-row");
        facts.getElement().setProperty("innerHTML", facts(page, known, looks.size()).html());
        Div left = new Div(attention(page, looks), page.slot(Slots.OVERVIEW_TILES, ""));
        left.addClassName("pg-overview-left");
        Div columns = new Div(left, recent(page));
        columns.addClassName("pg-overview");
        page.add(facts, page.slot(Slots.OVERVIEW_FACTS, ""), columns);
    }

    private Markup facts(Page page, List<Plugins.Info> known, long looks) {
        Markup facts = Markup.nothing();
        if (!known.isEmpty()) {
            facts = facts.plus(looks == 0
                    ? fact("heart-pulse", "ok", page.words("shell.overview.healthy"),
                            page.words("shell.overview.checks", known.size()))
                    : fact("heart-pulse", "warn", page.words("shell.overview.look", looks),
                            page.words("shell.overview.checks", known.size())));
        }
        if (page.may("kernel.user.see")) {
            facts = facts.plus(fact("users", "ok", page.words("shell.overview.people",
                    people.count(People.ListRequest.first(1))), page.words("shell.overview.people.more")));
        }
        if (page.may("kernel.plugin.see")) {
            long on = known.stream().filter(plugin -> plugin.state() == Plugins.State.ON).count();
            facts = facts.plus(fact("puzzle", "info", page.words("shell.overview.plugins", on),
                    page.words("shell.overview.plugins.more",
                            known.stream().filter(plugin -> plugin.available().isPresent()).count())));
        }
        return facts;
    }

    private static Markup fact(String icon, String tone, String main, String second) {
        return Markup.element("div", "pg-fact", Markup.led(Markup.tile(icon, tone), main, second));
    }

    private Block attention(Page page, List<Plugins.Info> looks) {
        Rows rows = new Rows().lined();
        looks.forEach(plugin -> rows.row(Markup.tile("package", tone(plugin)),
                Markup.strong(page.words("shell.overview.plugin." + (plugin.available().isPresent()
                        && plugin.status() == Plugins.Status.RUNNING ? "update" : "look"),
                        page.words(plugin.name()))),
                Markup.quiet(plugin.reason().map(page::words).orElse(plugin.version())),
                Go.button("/admin/plugins", "", page.words("shell.overview.plugin.open"), "")));
        Block block = Block.card(page.words("shell.overview.attention"));
        block.addClassName("pg-attention");
        block.add(rows, page.slot(Slots.OVERVIEW_ATTENTION, ""));
        if (looks.isEmpty()) {
            Div calm = EmptyState.small("sun", page.words("shell.overview.attention.none"));
            calm.addClassName("pg-attention-none");
            block.add(calm);
        }
        return block;
    }

    private Div recent(Page page) {
        if (!page.may("kernel.audit.see")) {
            return new Div();
        }
        Block block = Block.card(page.words("shell.overview.recent"))
                .link("/admin/changes", page.words("shell.overview.all"));
        block.add(changes.latest(page, RECENT));
        return new Div(block);
    }

    private static boolean needsLook(Plugins.Info plugin) {
        return plugin.available().isPresent() || plugin.state() == Plugins.State.ON
                && (plugin.status() != Plugins.Status.RUNNING || plugin.health() == Plugins.Health.LOOK
                || plugin.health() == Plugins.Health.FAILING);
    }

    private static String tone(Plugins.Info plugin) {
        return plugin.status() == Plugins.Status.FAILED ? Status.LATE.tone()
                : plugin.status() == Plugins.Status.RUNNING && plugin.available().isPresent() ? Status.NEWS.tone()
                : Status.LOOK.tone();
    }
}
