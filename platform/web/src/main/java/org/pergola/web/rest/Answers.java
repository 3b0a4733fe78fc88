package org.pergola.web.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;
import org.pergola.web.rest.Idempotency.Claim;

/** The answers kept by key, in {@code web_idempotency}. */
final class Answers {

    private static final String NAME = "web_idempotency";
    private static final Table<Record> TABLE = Column.table(NAME);
    private static final Field<String> ACTOR = Column.string(NAME, "actor");
    private static final Field<String> KEY = Column.string(NAME, "idem_key");
    private static final Field<String> FINGERPRINT = Column.string(NAME, "fingerprint");
    private static final Field<Integer> STATUS = Column.integer(NAME, "answer_status");
    private static final Field<String> TYPE = Column.string(NAME, "content_type");
    private static final Field<String> LOCATION = Column.string(NAME, "location");
    private static final Field<String> ETAG = Column.string(NAME, "etag");
    private static final Field<String> BODY = Column.text(NAME, "answer");
    private static final Field<Instant> CREATED = Column.instant(NAME, "created");

    private final Database database;

    Answers(Database database) {
        this.database = database;
    }

    /** @param status 0 while the first request is under way */
    record Stored(String fingerprint, int status, Optional<String> contentType, Optional<String> location,
            Optional<String> etag, String body) {
    }

    Optional<Stored> find(Claim claim) {
        return database.read(tx -> tx.sql().select(FINGERPRINT, STATUS, TYPE, LOCATION, ETAG, BODY).from(TABLE)
                .where(is(claim)).fetchOptional(row -> new Stored(row.value1(), row.value2(),
                        Optional.ofNullable(row.value3()), Optional.ofNullable(row.value4()),
                        Optional.ofNullable(row.value5()), row.value6() == null ? "" : row.value6())));
    }

    void claim(Tx tx, Claim claim, Instant now) {
        tx.sql().insertInto(TABLE, ACTOR, KEY, FINGERPRINT, STATUS, CREATED)
                .values(claim.actor(), claim.key(), claim.fingerprint(), 0, now).execute();
    }

    void complete(Tx tx, Claim claim, Captured answer) {
        tx.sql().update(TABLE).set(STATUS, answer.getStatus()).set(TYPE, answer.getContentType())
                .set(LOCATION, answer.getHeader("Location")).set(ETAG, answer.getHeader("ETag"))
                .set(BODY, new String(answer.body(), StandardCharsets.UTF_8)).where(is(claim)).execute();
    }

    void release(Tx tx, Claim claim) {
        tx.sql().deleteFrom(TABLE).where(is(claim)).execute();
    }

    void forgetBefore(Instant time) {
        database.run(tx -> tx.sql().deleteFrom(TABLE).where(CREATED.lt(time)).execute());
    }

    private static Condition is(Claim claim) {
        return ACTOR.eq(claim.actor()).and(KEY.eq(claim.key()));
    }
}
