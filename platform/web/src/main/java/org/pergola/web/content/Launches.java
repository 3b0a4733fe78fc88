package org.pergola.web.content;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.content.ContentHost.Launch;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.time.Clock;

/** What may be played by whom, in {@code web_play}. Addresses are there as hashes only. */
final class Launches {

    /** How long a one-time address waits to be opened. */
    static final Duration ONCE = Duration.ofHours(1);

    /** How long a token lives after it was last used. */
    static final Duration IDLE = Duration.ofHours(12);

    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final String NAME = "web_play";
    private static final Table<Record> PLAY = Column.table(NAME);
    private static final Field<UUID> ID = Column.uuid(NAME, "id");
    private static final Field<String> ONCE_HASH = Column.string(NAME, "once_hash");
    private static final Field<String> TOKEN_HASH = Column.string(NAME, "token_hash");
    private static final Field<UUID> FILE_SET = Column.uuid(NAME, "file_set_id");
    private static final Field<String> HANDLER = Column.string(NAME, "handler");
    private static final Field<UUID> USER = Column.uuid(NAME, "user_id");
    private static final Field<Instant> CREATED = Column.instant(NAME, "created");
    private static final Field<Instant> LAST_USED = Column.instant(NAME, "last_used");
    private static final Field<Instant> EXPIRES = Column.instant(NAME, "expires");
    private static final String CONTEXT_NAME = "web_play_context";
    private static final Table<Record> CONTEXT = Column.table(CONTEXT_NAME);
    private static final Field<UUID> PLAY_ID = Column.uuid(CONTEXT_NAME, "play_id");
    private static final Field<String> KEY = Column.string(CONTEXT_NAME, "entry_key");
    private static final Field<String> VALUE = Column.string(CONTEXT_NAME, "entry_value");

    private final Database database;
    private final Clock clock;

    Launches(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new one-time secret for it. */
    String open(Launch launch) {
        String once = Secrets.next();
        UUID id = Ids.next();
        Instant now = clock.now();
        database.run(tx -> {
            tx.sql().insertInto(PLAY, ID, ONCE_HASH, FILE_SET, HANDLER, USER, CREATED, LAST_USED, EXPIRES)
                    .values(id, Secrets.hash(once), launch.fileSetId(), launch.handler(), launch.userId(), now, now,
                            now.plus(ONCE)).execute();
            launch.context().forEach((key, value) -> tx.sql().insertInto(CONTEXT, PLAY_ID, KEY, VALUE)
                    .values(id, key, value).execute());
        });
        return once;
    }

    /** Turns the one-time secret into a token; empty where it is used up, too old or none. */
    Optional<String> start(String once) {
        String token = Secrets.next();
        Instant now = clock.now();
        int turned = database.write(tx -> tx.sql().update(PLAY).setNull(ONCE_HASH)
                .set(TOKEN_HASH, Secrets.hash(token)).set(LAST_USED, now).set(EXPIRES, now.plus(IDLE))
                .where(ONCE_HASH.eq(Secrets.hash(once))).and(EXPIRES.gt(now)).execute());
        return turned == 1 ? Optional.of(token) : Optional.empty();
    }

    Optional<Launch> find(String tokenHash) {
        Instant now = clock.now();
        record Found(UUID id, UUID fileSet, String handler, UUID user, Instant used) {
        }
        Optional<Found> found = database.read(tx -> tx.sql().select(ID, FILE_SET, HANDLER, USER, LAST_USED).from(PLAY)
                .where(TOKEN_HASH.eq(tokenHash)).and(EXPIRES.gt(now)).fetchOptional(row -> new Found(row.value1(),
                        row.value2(), row.value3(), row.value4(), row.value5())));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Found play = found.get();
        if (play.used().plus(TOUCH).isBefore(now)) {
            database.run(tx -> tx.sql().update(PLAY).set(LAST_USED, now).set(EXPIRES, now.plus(IDLE))
                    .where(ID.eq(play.id())).execute());
        }
        Map<String, String> context = new LinkedHashMap<>();
        database.read(tx -> tx.sql().select(KEY, VALUE).from(CONTEXT).where(PLAY_ID.eq(play.id())).orderBy(KEY)
                .fetch(row -> context.put(row.value1(), row.value2())));
        return Optional.of(new Launch(play.fileSet(), play.handler(), play.user(), context));
    }

    void close(String handler, String key, String value) {
        database.run(tx -> {
            List<UUID> ids = tx.sql().select(ID).from(PLAY).join(CONTEXT).on(PLAY_ID.eq(ID))
                    .where(HANDLER.eq(handler)).and(KEY.eq(key)).and(VALUE.eq(value)).fetch(ID);
            delete(tx, ids);
        });
    }

    /** Rows that open nothing any more. */
    void forgetExpired() {
        Instant now = clock.now();
        database.run(tx -> delete(tx, tx.sql().select(ID).from(PLAY).where(EXPIRES.lt(now)).limit(500).fetch(ID)));
    }

    private static void delete(Tx tx, List<UUID> ids) {
        for (UUID id : ids) {
            tx.sql().deleteFrom(CONTEXT).where(PLAY_ID.eq(id)).execute();
            tx.sql().deleteFrom(PLAY).where(ID.eq(id)).execute();
        }
    }
}
