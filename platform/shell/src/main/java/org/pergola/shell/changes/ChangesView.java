package org.pergola.shell.changes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.pergola.api.audit.Audit;
import org.pergola.api.text.Text;
import org.pergola.ui.Area;
import org.pergola.ui.Page;
import org.pergola.ui.View;
import org.pergola.ui.ViewInfo;
import org.pergola.ui.list.Ask;
import org.pergola.ui.list.Slice;
import org.pergola.ui.part.EmptyState;
import org.pergola.ui.part.Facts;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Push;

/** The record of changes, newest first. */
@ViewInfo(area = Area.ADMIN, path = "changes", title = "shell.changes.title", icon = "history",
        permission = "kernel.audit.see", section = ViewInfo.SYSTEM, order = 900)
@org.osgi.service.component.annotations.Component(scope = ServiceScope.PROTOTYPE)
public final class ChangesView implements View {
    private static final int READ = 500;
    private static final int NAMED = 100;

    private final Audit audit;
    private final ChangeRows rows;

    @Activate
    public ChangesView(@Reference Audit audit, @Reference ChangeRows rows) {
        this.audit = audit;
        this.rows = rows;
    }

    @Override
    public void show(Page page) {
        page.title(Text.of("shell.changes.title")).lede(Text.of("shell.changes.lede"));
        page.actions(Push.quiet("shield-check", page.words("shell.changes.verify"), () -> verify(page)));
        page.add(page.<Alike>list().label(page.words("shell.changes.title")).key(change -> change.first().id())
                .search(page.words("shell.changes.search"))
                .column(page.words("shell.changes.what"), 6, change -> Markup.element("span", "pg-led",
                        rows.face(change), rows.sentence(page, change)))
                .column(page.words("shell.changes.who"), 2, change -> Markup.text(rows.who(page, change)))
                .column(page.words("shell.changes.when"), 2,
                        change -> Markup.quiet(page.when(change.first().recorded())))
                .pages(this::slice).beside(change -> detail(page, change))
                .empty(EmptyState.of(page.words("shell.changes.empty.title"), page.words("shell.changes.empty")))
                .nothingFound(EmptyState.small("search-x", page.words("shell.changes.none"))));
    }

    /** Many rows at a time, so that what was done to many at once is seldom cut in two. */
    private Slice<Alike> slice(Ask ask, Optional<String> cursor) {
        List<Audit.Row> found = audit.list(new Audit.Query(ask.search(), Optional.empty(), Optional.empty(),
                cursor.map(Long::valueOf), READ));
        Optional<String> next = found.size() < READ ? Optional.empty()
                : found.get(found.size() - 1).position().map(String::valueOf);
        return new Slice<>(Alike.of(found), next);
    }

    private Component detail(Page page, Alike change) {
        Audit.Row row = change.first();
        Facts facts = new Facts().fact(page.words("shell.changes.who"), rows.who(page, change))
                .fact(page.words("shell.changes.when"), page.when(row.recorded()));
        if (!row.validAt().equals(row.recorded())) {
            facts.fact(page.words("shell.changes.true"), page.when(row.validAt()));
        }
        facts.fact(page.words("shell.changes.subject"), subjects(page, change))
                .fact(page.words("shell.changes.by"), row.plugin() + " " + row.pluginVersion());
        row.reason().ifPresent(reason -> facts.fact(page.words("shell.changes.reason"), reason));
        if (change.same()) {
            row.changes().forEach((field, what) -> facts.fact(field, fromTo(page, what)));
        }
        Div detail = new Div(new H2(rows.sentence(page, change).span()), facts);
        detail.addClassName("pg-detail");
        return detail;
    }

    private static String fromTo(Page page, Audit.Change what) {
        return page.words("shell.changes.change", what.before().orElse("–"), what.after().orElse("–"));
    }

    private static Div subjects(Page page, Alike change) {
        Markup names = Markup.nothing();
        for (Audit.Row row : change.rows().subList(0, Math.min(NAMED, change.rows().size()))) {
            String own = change.same() ? "" : row.changes().values().stream().map(what -> fromTo(page, what))
                    .collect(Collectors.joining(", ", ": ", ""));
            names = names.plus(Markup.element("div", "", Markup.text(row.subject().name() + own)));
        }
        return names.plus(Markup.text(change.rows().size() > NAMED ? "…" : "")).div("pg-subjects");
    }

    private void verify(Page page) {
        page.load(audit::verify, outcome -> page.notify(outcome.intact()
                ? Text.of("shell.changes.intact", outcome.rows())
                : Text.of("shell.changes.broken", outcome.firstBroken().orElse(0L))));
    }
}
