package org.pergola.page;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;

/** The text of pages, a version for each time that it was saved. */
@Component(service = Pages.class)
public final class Pages {

    public static final String WRITE = "page.content.write";
    private static final int LIMIT = 200_000;

    private static final Table<Record> CONTENT = Column.table("page_content");
    private static final Field<UUID> ID = Column.uuid("page_content", "id");
    private static final Field<UUID> ACTIVITY_ID = Column.uuid("page_content", "activity_id");
    private static final Field<Integer> VERSION = Column.integer("page_content", "version");
    private static final Field<String> MARKDOWN = Column.text("page_content", "markdown");
    private static final Field<Instant> WRITTEN = Column.instant("page_content", "written");
    private static final Field<UUID> WRITTEN_BY = Column.uuid("page_content", "written_by");

    private final Database db;
    private final Clock clock;
    private final Access access;
    private final Actors actors;
    private final Audit audit;

    @Activate
    public Pages(@Reference Database db, @Reference Clock clock, @Reference Access access, @Reference Actors actors,
            @Reference Audit audit) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.actors = actors;
        this.audit = audit;
    }

    /** The version that is current; 0 where nothing is written yet. */
    public int currentVersion(UUID activityId) {
        return db.read(tx -> Optional.ofNullable(tx.sql().select(DSL.max(VERSION)).from(CONTENT)
                .where(ACTIVITY_ID.eq(activityId)).fetchSingle().value1()).orElse(0));
    }

    public Optional<Content> current(UUID activityId) {
        return find(activityId, currentVersion(activityId));
    }

    public Optional<Content> find(UUID activityId, int version) {
        return db.read(tx -> tx.sql().select(VERSION, MARKDOWN, WRITTEN).from(CONTENT)
                .where(ACTIVITY_ID.eq(activityId)).and(VERSION.eq(version))
                .fetchOptional(row -> new Content(row.get(VERSION), row.get(MARKDOWN), row.get(WRITTEN))));
    }

    /**
     * Saves the text as the next version; the same text makes none.
     *
     * @param title how the activity is called, for the record of changes
     */
    public Content write(UUID activityId, String title, String markdown) {
        access.require(WRITE, Target.everywhere());
        if (markdown.isBlank()) {
            throw Refused.invalid("markdown", Text.of("page.content.missing"));
        }
        if (markdown.length() > LIMIT) {
            throw Refused.invalid("markdown", Text.of("page.content.too_long", LIMIT));
        }
        return db.write(tx -> {
            Optional<Content> before = current(activityId);
            if (before.filter(content -> content.markdown().equals(markdown)).isPresent()) {
                return before.get();
            }
            Content next = new Content(before.map(Content::version).orElse(0) + 1, markdown, clock.now());
            tx.sql().insertInto(CONTENT, ID, ACTIVITY_ID, VERSION, MARKDOWN, WRITTEN, WRITTEN_BY).values(Ids.next(),
                    activityId, next.version(), markdown, next.written(), actors.current().person().orElse(null))
                    .execute();
            audit.record(Audit.Entry.of("page.content.write", new Audit.Subject("activity", activityId, title)));
            return next;
        });
    }

    /** How many activities have a text. */
    long count() {
        return db.read(tx -> tx.sql().select(DSL.countDistinct(ACTIVITY_ID)).from(CONTENT).fetchSingle().value1());
    }
}
