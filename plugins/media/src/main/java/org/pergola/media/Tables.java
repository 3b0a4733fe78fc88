package org.pergola.media;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;

/** The columns of this plugin. */
final class Tables {

    private static final String CONTENT_NAME = "media_content";
    static final Table<Record> CONTENT = Column.table(CONTENT_NAME);
    static final Field<UUID> ID = Column.uuid(CONTENT_NAME, "id");
    static final Field<UUID> ACTIVITY_ID = Column.uuid(CONTENT_NAME, "activity_id");
    static final Field<Integer> VERSION = Column.integer(CONTENT_NAME, "version");
    static final Field<String> KIND = Column.string(CONTENT_NAME, "kind");
    static final Field<String> HASH = Column.string(CONTENT_NAME, "hash");
    static final Field<Long> BYTES = Column.bigint(CONTENT_NAME, "bytes");
    static final Field<String> FILE_NAME = Column.string(CONTENT_NAME, "file_name");
    static final Field<String> MEDIA_TYPE = Column.string(CONTENT_NAME, "media_type");
    static final Field<Long> DURATION = Column.bigint(CONTENT_NAME, "duration_millis");
    static final Field<Integer> REQUIRED = Column.integer(CONTENT_NAME, "required_percent");
    static final Field<String> ADDRESS = Column.string(CONTENT_NAME, "address");
    static final Field<String> DONE_BY = Column.string(CONTENT_NAME, "done_by");
    static final Field<String> NOTE = Column.string(CONTENT_NAME, "note");
    static final Field<Instant> WRITTEN = Column.instant(CONTENT_NAME, "written");
    static final Field<UUID> WRITTEN_BY = Column.uuid(CONTENT_NAME, "written_by");

    private static final String CAPTION_NAME = "media_caption";
    static final Table<Record> CAPTION = Column.table(CAPTION_NAME);
    static final Field<UUID> CAPTION_CONTENT = Column.uuid(CAPTION_NAME, "content_id");
    static final Field<String> CAPTION_LANGUAGE = Column.string(CAPTION_NAME, "language_code");
    static final Field<String> CAPTION_HASH = Column.string(CAPTION_NAME, "hash");
    static final Field<Long> CAPTION_BYTES = Column.bigint(CAPTION_NAME, "bytes");

    private static final String WATCHING_NAME = "media_watching";
    static final Table<Record> WATCHING = Column.table(WATCHING_NAME);
    static final Field<UUID> ATTEMPT_ID = Column.uuid(WATCHING_NAME, "attempt_id");
    static final Field<String> SPANS = Column.text(WATCHING_NAME, "spans");
    static final Field<Long> PLACE = Column.bigint(WATCHING_NAME, "place_millis");
    static final Field<Long> CREDIT = Column.bigint(WATCHING_NAME, "credit_millis");
    static final Field<Integer> STEPS = Column.integer(WATCHING_NAME, "steps");
    static final Field<Boolean> COMPLETED = Column.bool(WATCHING_NAME, "completed");
    static final Field<Instant> CHANGED = Column.instant(WATCHING_NAME, "changed");
    static final Field<Long> TURN = Column.bigint(WATCHING_NAME, "turn");

    private Tables() {
    }
}
