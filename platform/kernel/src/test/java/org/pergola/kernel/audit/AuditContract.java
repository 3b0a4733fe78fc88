package org.pergola.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pergola.kernel.audit.AuditTables.ACTION;
import static org.pergola.kernel.audit.AuditTables.ACTOR_NAME;
import static org.pergola.kernel.audit.AuditTables.AUDIT;
import static org.pergola.kernel.audit.AuditTables.CHAIN;
import static org.pergola.kernel.audit.AuditTables.CHANGES;
import static org.pergola.kernel.audit.AuditTables.ERASED;
import static org.pergola.kernel.audit.AuditTables.ID;
import static org.pergola.kernel.audit.AuditTables.POSITION;
import static org.pergola.kernel.audit.AuditTables.REASON;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_KEY;
import static org.pergola.kernel.audit.AuditTables.SUBJECT_NAME;
import static org.pergola.kernel.audit.AuditTables.WORDS;
import static org.pergola.kernel.audit.AuditTables.WORDS_ID;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.pergola.api.actor.Actor;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.kernel.actor.ThreadActors;
import org.pergola.kernel.schema.Tables;
import org.pergola.kernel.work.KernelStore;
import org.pergola.kernel.work.Origin;
import org.pergola.kernel.work.Sequence;

/** What holds for the record of changes on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class AuditContract {

    private final ThreadActors actors = new ThreadActors();
    private final UUID ann = Ids.next();
    private KernelStore store;
    private AuditLog log;
    private AuditChain chain;
    private AuditVerifier verifier;

    abstract KernelStore open() throws Exception;

    @BeforeAll
    void start() throws Exception {
        store = open();
        log = new AuditLog(store.database(), actors, store.clock(), new Origin("example", "1.2.3"), () -> { });
        chain = new AuditChain(store.database());
        verifier = new AuditVerifier(store.database());
        store.database().run(tx -> tx.sql().insertInto(Tables.USER)
                .set(Tables.USER_ID, ann).set(Tables.USERNAME, "ann").set(Tables.USERNAME_KEY, "ann")
                .set(Tables.EMAIL, "ann@example.org").set(Tables.EMAIL_KEY, "ann@example.org")
                .set(Tables.FIRST_NAME, "Ann").set(Tables.LAST_NAME, "Ödegård").set(Tables.SORT_KEY, "odegard ann")
                .set(Tables.STATUS, "ACTIVE").set(Tables.GENERATION, 0L).set(Tables.CREATED, store.clock().now())
                .set(Tables.USER_VERSION, 1L).execute());
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
    }

    /** Ten sealed rows, nothing else. */
    @BeforeEach
    void ten_rows() {
        store.database().run(tx -> {
            tx.sql().deleteFrom(WORDS).execute();
            tx.sql().deleteFrom(AUDIT).execute();
            Sequence.locked(tx, AuditChain.NAME).moved(tx, 0, "");
        });
        for (int i = 1; i <= 10; i++) {
            record("thing " + i);
        }
        chain.sealAll();
    }

    private void record(String name) {
        actors.run(new Actor.Person(ann), () -> store.database().run(tx -> log.record(new Audit.Entry(
                "example.thing.changed", new Audit.Subject("thing", Ids.next(), name),
                Map.of("title", new Audit.Change(Optional.of("before"), Optional.of("after")),
                        "first", new Audit.Change(Optional.empty(), Optional.of("x"))),
                Optional.empty(), Optional.of("a mistake")))));
    }

    private Audit.Verification verify() {
        return verifier.verify(Optional.empty());
    }

    private void tamper(Consumer<Tx> with) {
        store.database().run(with::accept);
    }

    private UUID id(long position) {
        return store.database().read(tx -> tx.sql().select(ID).from(AUDIT).where(POSITION.eq(position))
                .fetchSingle(ID));
    }

    @Test
    void an_untouched_chain_is_intact() {
        assertEquals(Optional.empty(), verify().firstBroken());
        assertEquals(10, verify().rows());
    }

    @Test
    void a_row_tells_who_did_what_to_what() {
        Audit.Row row = new AuditList(store.database()).list(Audit.Query.latest(1)).get(0);
        assertEquals("thing 10", row.subject().name());
        assertEquals(Optional.of(10L), row.position());
        assertEquals("Ann Ödegård", row.actorName());
        assertEquals(Optional.of(ann), row.actorId());
        assertEquals(new Audit.Change(Optional.of("before"), Optional.of("after")), row.changes().get("title"));
        assertEquals(Optional.of("a mistake"), row.reason());
        assertEquals("example 1.2.3", row.plugin() + " " + row.pluginVersion());
        assertEquals(store.clock().now(), row.validAt());
    }

    @Test
    void a_list_is_paged_by_position_and_found_by_how_names_begin() {
        AuditList list = new AuditList(store.database());
        List<Audit.Row> page = list.list(new Audit.Query("", Optional.of("thing"), Optional.empty(),
                Optional.of(8L), 3));
        assertEquals(List.of(7L, 6L, 5L), page.stream().map(row -> row.position().orElseThrow()).toList());
        assertEquals(2, list.list(new Audit.Query("Thing 1", Optional.empty(), Optional.empty(), Optional.empty(),
                50)).size());
        assertEquals(10, list.list(new Audit.Query("ann od", Optional.empty(), Optional.empty(), Optional.empty(),
                50)).size());
    }

    @Test
    void an_altered_row_is_named() {
        tamper(tx -> tx.sql().update(AUDIT).set(ACTION, "example.thing.praised").where(POSITION.eq(4L)).execute());
        assertEquals(Optional.of(4L), verify().firstBroken());
    }

    @Test
    void an_altered_name_is_named() {
        tamper(tx -> tx.sql().update(WORDS).set(ACTOR_NAME, "Ben").where(WORDS_ID.eq(id(7))).execute());
        assertEquals(Optional.of(7L), verify().firstBroken());
    }

    @Test
    void a_deleted_row_is_named() {
        UUID gone = id(5);
        tamper(tx -> {
            tx.sql().deleteFrom(WORDS).where(WORDS_ID.eq(gone)).execute();
            tx.sql().deleteFrom(AUDIT).where(ID.eq(gone)).execute();
        });
        assertEquals(Optional.of(5L), verify().firstBroken());
    }

    @Test
    void a_deleted_row_whose_gap_was_closed_is_named() {
        UUID gone = id(5);
        tamper(tx -> {
            tx.sql().deleteFrom(WORDS).where(WORDS_ID.eq(gone)).execute();
            tx.sql().deleteFrom(AUDIT).where(ID.eq(gone)).execute();
            tx.sql().update(AUDIT).set(POSITION, POSITION.minus(1L)).where(POSITION.gt(5L)).execute();
        });
        assertEquals(Optional.of(5L), verify().firstBroken());
    }

    @Test
    void reordered_rows_are_named() {
        UUID third = id(3);
        UUID eighth = id(8);
        tamper(tx -> {
            tx.sql().update(AUDIT).set(POSITION, 8L).where(ID.eq(third)).execute();
            tx.sql().update(AUDIT).set(POSITION, 3L).where(ID.eq(eighth)).execute();
        });
        assertEquals(Optional.of(3L), verify().firstBroken());
    }

    @Test
    void an_inserted_row_is_named() {
        record("slipped in");
        tamper(tx -> {
            tx.sql().update(AUDIT).set(POSITION, POSITION.plus(1L)).where(POSITION.ge(6L)).execute();
            tx.sql().update(AUDIT).set(POSITION, 6L).set(CHAIN, "0".repeat(64)).where(POSITION.isNull()).execute();
            Sequence.locked(tx, AuditChain.NAME).moved(tx, 11, head().hash());
        });
        assertEquals(Optional.of(6L), verify().firstBroken());
    }

    @Test
    void a_tail_that_was_cut_off_shows_by_the_sequence_or_by_the_head_outside() {
        AuditHead head = head();
        tamper(tx -> tx.sql().deleteFrom(AUDIT).where(POSITION.gt(8L)).execute());
        assertEquals(Optional.of(9L), verify().firstBroken());
        String eighth = store.database().read(tx -> tx.sql().select(CHAIN).from(AUDIT).where(POSITION.eq(8L))
                .fetchSingle(CHAIN));
        tamper(tx -> Sequence.locked(tx, AuditChain.NAME).moved(tx, 8, eighth));
        assertTrue(verify().intact());
        assertEquals(Optional.of(9L), verifier.verify(Optional.of(head)).firstBroken());
    }

    private AuditHead head() {
        Sequence sequence = store.database().read(tx -> Sequence.of(tx, AuditChain.NAME));
        return new AuditHead(sequence.position(), sequence.chain());
    }

    @Test
    void a_tail_that_was_replaced_shows_by_the_head_outside() {
        AuditHead head = head();
        String eighth = store.database().read(tx -> tx.sql().select(CHAIN).from(AUDIT).where(POSITION.eq(8L))
                .fetchSingle(CHAIN));
        tamper(tx -> {
            tx.sql().deleteFrom(AUDIT).where(POSITION.gt(8L)).execute();
            Sequence.locked(tx, AuditChain.NAME).moved(tx, 8, eighth);
        });
        record("invented");
        record("invented too");
        chain.sealAll();
        assertTrue(verify().intact());
        assertEquals(Optional.of(10L), verifier.verify(Optional.of(head)).firstBroken());
    }

    @Test
    void names_can_be_erased_without_breaking_the_chain() {
        tamper(tx -> tx.sql().update(WORDS).set(SUBJECT_NAME, "").set(SUBJECT_KEY, "").set(ACTOR_NAME, "")
                .set(CHANGES, "").setNull(REASON).set(ERASED, store.clock().now())
                .where(WORDS_ID.eq(id(2))).execute());
        assertTrue(verify().intact());
        assertEquals(10, new AuditList(store.database()).list(Audit.Query.latest(50)).size());
    }

    @Test
    void a_row_outside_a_write_is_refused() {
        actors.run(new Actor.Person(ann), () -> assertThrows(IllegalStateException.class,
                () -> log.record(Audit.Entry.of("example.thing.changed",
                        new Audit.Subject("thing", Ids.next(), "alone")))));
    }
}
