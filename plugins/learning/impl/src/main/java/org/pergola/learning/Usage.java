package org.pergola.learning;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.text.Text;

/** Whom switching learning off would touch. */
@Component
public final class Usage implements DataOwner {

    private final Database db;

    @Activate
    public Usage(@Reference Database db) {
        this.db = db;
    }

    @Override
    public List<DataOwner.Usage> usage() {
        EnrolmentRows.Usage now = db.read(tx -> EnrolmentRows.usage(tx.sql()));
        return now.people() == 0 ? List.of() : List.of(
                new DataOwner.Usage(now.people(), Text.of("learning.usage.people", now.people())),
                new DataOwner.Usage(now.learnables(), Text.of("learning.usage.learnables", now.learnables())));
    }
}
