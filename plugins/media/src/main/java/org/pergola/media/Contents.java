package org.pergola.media;

import static org.pergola.media.Tables.ACTIVITY_ID;
import static org.pergola.media.Tables.ADDRESS;
import static org.pergola.media.Tables.BYTES;
import static org.pergola.media.Tables.CAPTION;
import static org.pergola.media.Tables.CAPTION_BYTES;
import static org.pergola.media.Tables.CAPTION_CONTENT;
import static org.pergola.media.Tables.CAPTION_HASH;
import static org.pergola.media.Tables.CAPTION_LANGUAGE;
import static org.pergola.media.Tables.CONTENT;
import static org.pergola.media.Tables.DONE_BY;
import static org.pergola.media.Tables.DURATION;
import static org.pergola.media.Tables.FILE_NAME;
import static org.pergola.media.Tables.HASH;
import static org.pergola.media.Tables.ID;
import static org.pergola.media.Tables.KIND;
import static org.pergola.media.Tables.MEDIA_TYPE;
import static org.pergola.media.Tables.NOTE;
import static org.pergola.media.Tables.REQUIRED;
import static org.pergola.media.Tables.VERSION;
import static org.pergola.media.Tables.WRITTEN;
import static org.pergola.media.Tables.WRITTEN_BY;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityContext;
import org.pergola.media.Content.Caption;
import org.pergola.media.Content.Document;
import org.pergola.media.Content.DoneBy;
import org.pergola.media.Content.Link;
import org.pergola.media.Content.Upload;
import org.pergola.media.Content.Video;

/** What activities show, a version for each change that counts. */
@Component(service = Contents.class)
public final class Contents {

    public static final String WRITE = "media.content.write";

    private final Database db;
    private final Clock clock;
    private final Access access;
    private final Actors actors;
    private final Audit audit;

    @Activate
    public Contents(@Reference Database db, @Reference Clock clock, @Reference Access access, @Reference Actors actors,
            @Reference Audit audit) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.actors = actors;
        this.audit = audit;
    }

    /** The version that is current; 0 where there is none yet. */
    int currentVersion(UUID activityId) {
        return db.read(tx -> Optional.ofNullable(tx.sql().select(DSL.max(VERSION)).from(CONTENT)
                .where(ACTIVITY_ID.eq(activityId)).fetchSingle().value1()).orElse(0));
    }

    /** Empty where there is none, or it is of another kind. */
    public <T extends Content> Optional<T> current(UUID activityId, Class<T> kind) {
        return find(activityId, currentVersion(activityId), kind);
    }

    /** What is shown of an activity: on the version that the attempt is pinned to, or in a preview the current one. */
    public <T extends Content> Optional<T> shown(ActivityContext context, Class<T> kind) {
        return context.attempt().isPresent()
                ? find(context.activityId(), context.attempt().get().contentVersion(), kind)
                : current(context.activityId(), kind);
    }

    /** Empty where there is no such version, or it is of another kind. */
    public <T extends Content> Optional<T> find(UUID activityId, int version, Class<T> kind) {
        return db.read(tx -> tx.sql().select(ID, VERSION, KIND, HASH, BYTES, FILE_NAME, MEDIA_TYPE, DURATION, REQUIRED,
                ADDRESS, DONE_BY, NOTE).from(CONTENT).where(ACTIVITY_ID.eq(activityId)).and(VERSION.eq(version))
                .fetchOptional(row -> content(tx, row))).filter(kind::isInstance).map(kind::cast);
    }

    private static Content content(Tx tx, Record row) {
        return switch (row.get(KIND)) {
            case "video" -> new Video(row.get(ID), row.get(VERSION), upload(row), Duration.ofMillis(row.get(DURATION)),
                    row.get(REQUIRED), captions(tx, row.get(ID)));
            case "file" -> new Document(row.get(ID), row.get(VERSION), upload(row), DoneBy.valueOf(row.get(DONE_BY)),
                    row.get(NOTE));
            default -> new Link(row.get(ID), row.get(VERSION), URI.create(row.get(ADDRESS)),
                    DoneBy.valueOf(row.get(DONE_BY)), row.get(NOTE));
        };
    }

    private static Upload upload(Record row) {
        return new Upload(row.get(HASH), row.get(BYTES), row.get(FILE_NAME), row.get(MEDIA_TYPE));
    }

    private static List<Caption> captions(Tx tx, UUID contentId) {
        return tx.sql().select(CAPTION_LANGUAGE, CAPTION_HASH, CAPTION_BYTES).from(CAPTION)
                .where(CAPTION_CONTENT.eq(contentId)).orderBy(CAPTION_LANGUAGE)
                .fetch(row -> new Caption(row.get(CAPTION_LANGUAGE), row.get(CAPTION_HASH), row.get(CAPTION_BYTES)));
    }

    /** Asks whether the acting person may write; services do so before they read an upload. */
    void requireWrite() {
        access.require(WRITE, Target.everywhere());
    }

    /**
     * Stores what comes after the current version; where that is the same, it stays.
     *
     * @param title how the activity is called, for the record of changes
     * @param next  from an id and a number to the new version
     */
    <T extends Content> T save(UUID activityId, String title, Class<T> kind, BiFunction<UUID, Integer, T> next) {
        requireWrite();
        return db.write(tx -> {
            Optional<T> before = current(activityId, kind);
            if (before.isPresent() && next.apply(before.get().id(), before.get().version()).equals(before.get())) {
                return before.get();
            }
            T content = next.apply(Ids.next(), currentVersion(activityId) + 1);
            insert(tx, activityId, content);
            record("media.content.write", activityId, title);
            return content;
        });
    }

    private void insert(Tx tx, UUID activityId, Content content) {
        Map<Field<?>, Object> row = new HashMap<>(Map.of(ID, content.id(), ACTIVITY_ID, activityId, VERSION,
                content.version(), WRITTEN, clock.now()));
        actors.current().person().ifPresent(person -> row.put(WRITTEN_BY, person));
        switch (content) {
            case Video video -> {
                row.putAll(Map.of(KIND, "video", DURATION, video.length().toMillis(), REQUIRED,
                        video.requiredPercent()));
                row.putAll(columns(video.upload()));
            }
            case Document document -> {
                row.putAll(Map.of(KIND, "file", DONE_BY, document.doneBy().name(), NOTE, document.note()));
                row.putAll(columns(document.upload()));
            }
            case Link link -> row.putAll(Map.of(KIND, "link", ADDRESS, link.address().toString(), DONE_BY,
                    link.doneBy().name(), NOTE, link.note()));
        }
        tx.sql().insertInto(CONTENT).set(row).execute();
        if (content instanceof Video video) {
            video.captions().forEach(caption -> insert(tx, content.id(), caption));
        }
    }

    private static Map<Field<?>, Object> columns(Upload upload) {
        return Map.of(HASH, upload.hash(), BYTES, upload.size(), FILE_NAME, upload.name(), MEDIA_TYPE, upload.type());
    }

    private static void insert(Tx tx, UUID contentId, Caption caption) {
        tx.sql().insertInto(CAPTION, CAPTION_CONTENT, CAPTION_LANGUAGE, CAPTION_HASH, CAPTION_BYTES)
                .values(contentId, caption.language(), caption.hash(), caption.size()).execute();
    }

    /** Puts captions in the place of those in the same language; the version stays. */
    void put(UUID activityId, String title, Video video, Caption caption) {
        db.run(tx -> {
            delete(tx, video, caption.language());
            insert(tx, video.id(), caption);
            record("media.caption.write", activityId, title);
        });
    }

    /** @return whether there were any */
    boolean remove(UUID activityId, String title, Video video, String language) {
        return db.write(tx -> {
            boolean there = delete(tx, video, language) > 0;
            if (there) {
                record("media.caption.remove", activityId, title);
            }
            return there;
        });
    }

    private static int delete(Tx tx, Video video, String language) {
        return tx.sql().deleteFrom(CAPTION).where(CAPTION_CONTENT.eq(video.id())).and(CAPTION_LANGUAGE.eq(language))
                .execute();
    }

    private void record(String action, UUID activityId, String title) {
        audit.record(Audit.Entry.of(action, new Audit.Subject("activity", activityId, title)));
    }

    /** How many activities have something of this kind. */
    long count(String kind) {
        return db.read(tx -> tx.sql().select(DSL.countDistinct(ACTIVITY_ID)).from(CONTENT).where(KIND.eq(kind))
                .fetchSingle().value1());
    }
}
