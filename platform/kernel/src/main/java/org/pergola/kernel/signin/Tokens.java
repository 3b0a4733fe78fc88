package org.pergola.kernel.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.pergola.api.data.Column;
import org.pergola.api.data.Ids;
import org.pergola.api.host.SignIn;

/** Personal access tokens: shown once, kept as a digest. They are long and random, so a plain SHA-256 will do. */
final class Tokens {

    private static final String PREFIX = "pgt_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Table<Record> TOKEN = Column.table("kernel_token");
    private static final Field<UUID> ID = Column.uuid("kernel_token", "id");
    private static final Field<UUID> OWNER = Column.uuid("kernel_token", "user_id");
    private static final Field<String> LABEL = Column.string("kernel_token", "label");
    private static final Field<String> HASH = Column.string("kernel_token", "hash");
    private static final Field<Instant> CREATED = Column.instant("kernel_token", "created");

    private Tokens() {
    }

    /** Random and safe in headers and files. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID store(DSLContext sql, UUID owner, String label, String token, Instant now) {
        UUID id = Ids.next();
        sql.insertInto(TOKEN, ID, OWNER, LABEL, HASH, CREATED).values(id, owner, label, Digests.hex(token), now)
                .execute();
        return id;
    }

    static String fresh() {
        return PREFIX + random();
    }

    static List<SignIn.Token> of(DSLContext sql, UUID owner) {
        return sql.select(ID, LABEL, CREATED).from(TOKEN).where(OWNER.eq(owner)).orderBy(CREATED.desc(), ID.desc())
                .fetch(row -> new SignIn.Token(row.get(ID), row.get(LABEL), row.get(CREATED)));
    }

    static void remove(DSLContext sql, UUID id) {
        sql.deleteFrom(TOKEN).where(ID.eq(id)).execute();
    }

    static Optional<UUID> owner(DSLContext sql, String token) {
        return token.startsWith(PREFIX)
                ? sql.select(OWNER).from(TOKEN).where(HASH.eq(Digests.hex(token))).fetchOptional(OWNER)
                : Optional.empty();
    }
}
