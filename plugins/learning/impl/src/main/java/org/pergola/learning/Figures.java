package org.pergola.learning;

import java.time.Duration;
import org.jooq.Condition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.data.Database;
import org.pergola.api.time.Clock;

/** How much is being learnt, among the people that the actor may see. */
@Component(service = Figures.class)
public final class Figures {

    private static final Duration RECENT = Duration.ofDays(30);

    private final Database db;
    private final Access access;
    private final Clock clock;

    @Activate
    public Figures(@Reference Database db, @Reference Access access, @Reference Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    /** @param completed in the last 30 days */
    public record Now(long learners, long learnables, long completed) {
    }

    public Now now() {
        access.requireAnywhere(Rights.SEE);
        Condition visible = access.visible(Rights.SEE, EnrolmentRows.USER_ID);
        return db.read(tx -> {
            EnrolmentRows.Usage usage = EnrolmentRows.usage(tx.sql(), visible);
            return new Now(usage.people(), usage.learnables(),
                    EnrolmentRows.completedSince(tx.sql(), clock.now().minus(RECENT), visible));
        });
    }
}
