package org.pergola.courses;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.text.Text;

/** Whom switching courses off would touch. */
@Component
public final class Usage implements DataOwner {

    private final Database db;

    @Activate
    public Usage(@Reference Database db) {
        this.db = db;
    }

    @Override
    public List<DataOwner.Usage> usage() {
        long courses = db.read(tx -> CourseRows.using(tx.sql(), ""));
        return courses == 0 ? List.of() : List.of(new DataOwner.Usage(courses, Text.of("courses.usage", courses)));
    }
}
