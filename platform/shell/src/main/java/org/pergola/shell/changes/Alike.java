package org.pergola.shell.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pergola.api.audit.Audit;

/**
 * Changes that one person made to many at once, such as adding thirty people: told as one.
 *
 * @param rows newest first, at least one
 */
record Alike(List<Audit.Row> rows) {
    private static final Duration AT_ONCE = Duration.ofSeconds(30);
    private static final int KINDS = 3;

    Alike {
        rows = List.copyOf(rows);
    }

    /** The newest. */
    Audit.Row first() {
        return rows.get(0);
    }

    int others() {
        return rows.size() - 1;
    }

    /** Whether the same was changed in each, from the same to the same. */
    boolean same() {
        return rows.stream().allMatch(row -> row.changes().equals(first().changes()));
    }

    /** @param rows newest first; those that are alike become one, also where two kinds of them take turns */
    static List<Alike> of(List<Audit.Row> rows) {
        List<List<Audit.Row>> all = new ArrayList<>();
        for (Audit.Row row : rows) {
            all.subList(Math.max(0, all.size() - KINDS), all.size()).stream()
                    .filter(alike -> goTogether(alike.get(alike.size() - 1), row)).findFirst().orElseGet(() -> {
                        List<Audit.Row> alike = new ArrayList<>();
                        all.add(alike);
                        return alike;
                    }).add(row);
        }
        return all.stream().map(Alike::new).toList();
    }

    private static boolean goTogether(Audit.Row newer, Audit.Row older) {
        return newer.action().equals(older.action()) && newer.actorKind().equals(older.actorKind())
                && newer.actorId().equals(older.actorId()) && newer.what().equals(older.what())
                && newer.reason().equals(older.reason()) && newer.changes().keySet().equals(older.changes().keySet())
                && Duration.between(older.recorded(), newer.recorded()).compareTo(AT_ONCE) <= 0;
    }
}
