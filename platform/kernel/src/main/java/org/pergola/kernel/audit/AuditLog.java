package org.pergola.kernel.audit;

import static org.pergola.kernel.audit.AuditTables.ACTION;
import static org.pergola.kernel.audit.AuditTables.ACTOR_ID;
import static org.pergola.kernel.audit.AuditTables.ACTOR_KEY;
import static org.pergola.kernel.audit.AuditTables.ACTOR_KIND;
import static org.pergola.kernel.audit.AuditTables.ACTOR_NAME;
import static org.pergola.kernel.audit.AuditTables.AUDIT;
import static org.pergola.kernel.audit.AuditTables.CHANGES;
import static org.pergola.kernel.audit.AuditTables.ID;
import static org.pergola.kernel.audit.AuditTables.ON_BEHALF_OF;
import static org.pergola.kernel.audit.AuditTables.PLUGIN;
import static org.pergola.kernel.audit.AuditTables.PLUGIN_VERSION;
import static org.pergola.kernel.audit.AuditTables.REASON;
import static org.pergola.kernel.audit.AuditTables.RECORDED;
import static org.pergola.kernel.audit.AuditTables.SALT;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_ID;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_KEY;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_KIND;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_NAME;
import static org.pergola.kernel.audit.AuditTables.VALID_AT;
import static org.pergola.kernel.audit.AuditTables.WORDS;
import static org.pergola.kernel.audit.AuditTables.WORDS_DIGEST;
import static org.pergola.kernel.audit.AuditTables.WORDS_ID;

import java.time.Instant;
import java.util.UUID;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.time.Clock;
import org.pergola.kernel.schema.Folded;
import org.pergola.kernel.schema.Tables;
import org.pergola.kernel.work.ActorColumns;
import org.pergola.kernel.work.Origin;

/** Writes rows into the transaction that is under way. */
final class AuditLog {

    private static final int KEY_LENGTH = 500;

    private final Database database;
    private final Actors actors;
    private final Clock clock;
    private final Origin origin;
    private final Runnable afterCommit;

    /** @param afterCommit wakes the sequencer */
    AuditLog(Database database, Actors actors, Clock clock, Origin origin, Runnable afterCommit) {
        this.database = database;
        this.actors = actors;
        this.clock = clock;
        this.origin = origin;
        this.afterCommit = afterCommit;
    }

    void record(Audit.Entry entry) {
        if (!database.writing()) {
            throw new IllegalStateException("The audit row " + entry.action() + " stands outside Database.write: "
                    + "it is kept with what it tells about, or not at all.");
        }
        Actor actor = actors.current();
        database.run(tx -> write(tx, entry, actor, AuditWords.of(entry, name(tx, actor))));
        database.afterCommit(afterCommit);
    }

    private void write(Tx tx, Audit.Entry entry, Actor actor, AuditWords words) {
        UUID id = Ids.next();
        Instant now = clock.now();
        ActorColumns columns = ActorColumns.of(actor);
        tx.sql().insertInto(AUDIT)
                .set(ID, id).set(ACTION, entry.action())
                .set(SUBJECT_KIND, entry.subject().kind()).set(SUBJECT_ID, entry.subject().id())
                .set(ACTOR_KIND, columns.kind()).set(ACTOR_ID, columns.id().orElse(null))
                .set(ON_BEHALF_OF, columns.onBehalfOf().orElse(null))
                .set(VALID_AT, entry.validAt().orElse(now)).set(RECORDED, now)
                .set(PLUGIN, origin.plugin()).set(PLUGIN_VERSION, origin.version())
                .set(WORDS_DIGEST, words.digest()).execute();
        tx.sql().insertInto(WORDS)
                .set(WORDS_ID, id).set(SALT, words.salt())
                .set(SUBJECT_NAME, words.subjectName()).set(SUBJECT_KEY, key(words.subjectName()))
                .set(ACTOR_NAME, words.actorName()).set(ACTOR_KEY, key(words.actorName()))
                .set(REASON, words.reason().orElse(null)).set(CHANGES, words.changes()).execute();
    }

    /** What {@code Query.words} is compared with. */
    static String key(String name) {
        String folded = Folded.plain(name);
        return folded.length() <= KEY_LENGTH ? folded : folded.substring(0, KEY_LENGTH);
    }

    /** The name as it is now; a plugin's id; empty for the others, whom their kind tells. */
    private static String name(Tx tx, Actor actor) {
        return switch (actor) {
            case Actor.Person person -> tx.sql().select(Tables.FIRST_NAME, Tables.LAST_NAME).from(Tables.USER)
                    .where(Tables.USER_ID.eq(person.userId()))
                    .fetchOptional(row -> (row.get(Tables.FIRST_NAME) + " " + row.get(Tables.LAST_NAME)).strip())
                    .orElse("");
            case Actor.Plugin plugin -> plugin.pluginId().value();
            default -> "";
        };
    }
}
