package org.pergola.shell.changes;

import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.pergola.api.audit.Audit;
import org.pergola.ui.Page;
import org.pergola.ui.part.Markup;

/** Rows of the record of changes, in words. */
@Component(service = ChangeRows.class)
public final class ChangeRows {

    /** The picture of whoever did it. */
    public Markup face(Audit.Row row) {
        return row.actorKind().equals("person") && !row.actorName().isBlank()
                ? Markup.avatar(row.actorName(), java.util.Optional.empty())
                : Markup.element("span", "pg-avatar pg-muted", Markup.icon(row.actorKind().equals("operator")
                        ? "square-terminal" : "refresh-cw"));
    }

    /** What happened, and by whom and when below it. */
    public Markup row(Page page, Audit.Row row) {
        return Markup.element("span", "pg-two", sentence(page, row), Markup.quiet(page.words("shell.changes.by.when",
                who(page, row), page.when(row.recorded()))));
    }

    public Markup sentence(Page page, Audit.Row row) {
        return Markup.element("span", "", Markup.text(page.words(row.words())));
    }

    public String who(Page page, Audit.Row row) {
        if (row.actorId().equals(page.actor().person()) && row.actorId().isPresent()) {
            return page.words("shell.changes.you");
        }
        return row.actorName().isBlank() ? page.words("shell.changes.platform") : row.actorName();
    }

    /** "status: active → deactivated". */
    public String changes(Page page, Map<String, Audit.Change> changes) {
        return changes.entrySet().stream().map(change -> page.words("shell.changes.change", change.getKey(),
                change.getValue().before().orElse("–"), change.getValue().after().orElse("–")))
                .collect(Collectors.joining(", "));
    }
}
