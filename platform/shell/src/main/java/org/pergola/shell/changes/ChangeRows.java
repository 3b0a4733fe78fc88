package org.pergola.shell.changes;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.audit.Audit;
import org.pergola.ui.Page;
import org.pergola.ui.part.Markup;
import org.pergola.ui.part.Rows;

/** Rows of the record of changes, in words. */
@Component(service = ChangeRows.class)
public final class ChangeRows {
    private static final int READ = 200;

    private final Audit audit;

    @Activate
    public ChangeRows(@Reference Audit audit) {
        this.audit = audit;
    }

    /** The latest changes, in short. */
    public Rows latest(Page page, int most) {
        Rows rows = new Rows();
        Alike.of(audit.list(Audit.Query.latest(READ))).stream().limit(most).forEach(change -> rows.row(face(change),
                sentence(page, change), Markup.quiet(page.words("shell.changes.by.when", who(page, change),
                        page.when(change.first().recorded())))));
        return rows;
    }

    /** The picture of whoever did it. */
    Markup face(Alike change) {
        Audit.Row row = change.first();
        return row.actorKind().equals("person") && !row.actorName().isBlank()
                ? Markup.avatar(row.actorName(), Optional.empty())
                : Markup.element("span", "pg-avatar pg-muted", Markup.icon(row.actorKind().equals("operator")
                        ? "square-terminal" : "refresh-cw"));
    }

    /** What happened, with the names in it standing out. Where the words cannot count, the others are added behind. */
    Markup sentence(Page page, Alike change) {
        Audit.Row row = change.first();
        String alone = page.words(row.words());
        String all = page.words(row.words(change.others()));
        if (change.others() > 0 && all.equals(alone)) {
            all = page.words("shell.changes.alike", alone, change.others());
        }
        String html = Markup.escape(all);
        for (String name : List.of(row.who(), row.what())) {
            String safe = Markup.escape(name);
            int start = safe.isBlank() ? -1 : html.indexOf(safe);
            if (start >= 0) {
                html = html.substring(0, start) + Markup.strong(name).html() + html.substring(start + safe.length());
            }
        }
        return Markup.element("span", "pg-sentence", Markup.trusted(html));
    }

    String who(Page page, Alike change) {
        Audit.Row row = change.first();
        if (row.actorId().isPresent() && row.actorId().equals(page.actor().person())) {
            return page.words("shell.changes.you");
        }
        return row.actorName().isBlank() ? page.words("shell.changes.platform") : row.actorName();
    }
}
