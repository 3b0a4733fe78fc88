package org.pergola.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.pergola.api.data.Column;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.data.Violations;
import org.pergola.api.error.Refused;

/** What holds on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class DatabaseContract {

    static final Table<Record> NOTE = Column.table("notes_note");
    static final Field<UUID> ID = Column.uuid("notes_note", "id");
    static final Field<String> TITLE = Column.string("notes_note", "title");
    static final Field<String> BODY = Column.text("notes_note", "body");
    static final Field<Instant> WRITTEN = Column.instant("notes_note", "written");
    static final Field<Instant> SEEN = Column.instant("notes_note", "seen");
    static final Field<String> PROPERTIES = Column.json("notes_note", "properties");
    static final Field<Boolean> PINNED = Column.bool("notes_note", "pinned");
    static final Field<UUID> AUTHOR = Column.uuid("notes_note", "author");
    static final Field<Long> VERSION = Column.bigint("notes_note", "version");
    static final Table<Record> COUNTER = Column.table("notes_counter");
    static final Field<String> NAME = Column.string("notes_counter", "name");
    static final Field<Integer> AMOUNT = Column.integer("notes_counter", "amount");

    private static final Instant DOUBLED_HOUR = Instant.parse("2026-10-25T00:30:15.123456Z");

    private Transactions transactions;
    private Migrator migrator;
    private UnitDatabase notes;
    private UnitDatabase other;

    abstract DataSource open() throws Exception;

    abstract Dialect dialect();

    abstract void shut() throws Exception;

    @BeforeAll
    void start() throws Exception {
        transactions = new Transactions(open(), dialect());
        migrator = new Migrator(transactions);
        migrator.run("notes", "notes_schema_history", scripts("db/V1__notes.sql", "db/V2__a_counter.sql"));
        notes = unit("notes");
        other = unit("other");
    }

    @AfterAll
    void stop() throws Exception {
        notes.close();
        other.close();
        shut();
    }

    private UnitDatabase unit(String name) {
        return new UnitDatabase(transactions, new PersistenceUnit(name, getClass().getClassLoader(),
                List.of(Note.class.getName()), transactions));
    }

    static List<URL> scripts(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> DatabaseContract.class.getClassLoader().getResource(name)).toList();
    }

    private static String title() {
        return "note " + Ids.next();
    }

    private Note note() {
        return new Note(Ids.next(), title(), DOUBLED_HOUR);
    }

    private boolean there(UUID id) {
        return notes.read(tx -> tx.sql().fetchExists(NOTE, ID.eq(id)));
    }

    @Test
    void what_jpa_writes_comes_back_by_jpa_and_by_jooq() {
        UUID author = UUID.randomUUID();
        Note written = note().with("long ä text", "{\"a\": 1}", new byte[] {1, 2, 3}, true, author);
        notes.run(tx -> tx.em().persist(written));

        notes.run(tx -> {
            Note read = tx.em().find(Note.class, written.id());
            assertEquals(DOUBLED_HOUR, read.written());
            assertEquals("long ä text", read.body());
            assertEquals("{\"a\": 1}", read.json());
            assertArrayEquals(new byte[] {1, 2, 3}, read.picture());
            assertTrue(read.pinned());
            assertEquals(author, read.author());
        });
        Record row = notes.read(tx -> tx.sql().select(ID, WRITTEN, SEEN, BODY, PROPERTIES, PINNED, AUTHOR)
                .from(NOTE).where(ID.eq(written.id())).fetchSingle());
        assertEquals(written.id(), row.get(ID));
        assertEquals(DOUBLED_HOUR, row.get(WRITTEN));
        assertEquals(null, row.get(SEEN));
        assertEquals("long ä text", row.get(BODY));
        assertEquals("{\"a\": 1}", row.get(PROPERTIES));
        assertTrue(row.get(PINNED));
        assertEquals(author, row.get(AUTHOR));
    }

    @Test
    void what_jooq_writes_comes_back_by_jpa() {
        UUID id = Ids.next();
        notes.run(tx -> tx.sql().insertInto(NOTE, ID, TITLE, WRITTEN, PROPERTIES, PINNED, AUTHOR, VERSION)
                .values(id, title(), DOUBLED_HOUR, "{\"b\": [1, 2]}", false, null, 1L).execute());
        notes.run(tx -> {
            Note read = tx.em().find(Note.class, id);
            assertEquals(DOUBLED_HOUR, read.written());
            assertEquals("{\"b\": [1, 2]}", read.json());
            assertEquals(null, read.author());
        });
    }

    @Test
    void jpql_takes_ids_and_instants_as_parameters() {
        Note written = note().with("b", "{}", new byte[0], false, UUID.randomUUID());
        notes.run(tx -> tx.em().persist(written));
        List<Note> found = notes.read(tx -> tx.em().createQuery(
                "select n from Note n where n.author = :author and n.written <= :written and n.pinned = false",
                Note.class).setParameter("author", written.author()).setParameter("written", DOUBLED_HOUR)
                .getResultList());
        assertEquals(List.of(written.id()), found.stream().map(Note::id).toList());
    }

    @Test
    void a_list_is_paged_by_key_in_jooq() {
        UUID author = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            notes.run(tx -> tx.em().persist(note().with("b", null, null, false, author)));
        }
        List<UUID> all = notes.read(tx -> tx.sql().select(ID).from(NOTE).where(AUTHOR.eq(author)).orderBy(ID)
                .fetch(ID));
        List<UUID> page = notes.read(tx -> tx.sql().select(ID).from(NOTE).where(AUTHOR.eq(author))
                .and(ID.gt(all.get(1))).orderBy(ID).limit(2).fetch(ID));
        assertEquals(all.subList(2, 4), page);
        assertEquals(5, all.size());
        List<UUID> some = notes.read(tx -> tx.sql().select(ID).from(NOTE).where(ID.in(all.subList(0, 3)))
                .and(WRITTEN.between(DOUBLED_HOUR, DOUBLED_HOUR)).fetch(ID));
        assertEquals(3, some.size());
    }

    @Test
    void a_write_of_another_bundle_joins() {
        Note outer = note();
        Note inner = note();
        notes.run(tx -> {
            tx.em().persist(outer);
            other.run(inside -> inside.em().persist(inner));
        });
        assertTrue(there(outer.id()) && there(inner.id()));
    }

    @Test
    void an_outer_rollback_loses_the_inner_row() {
        Note inner = note();
        assertThrows(Stop.class, () -> notes.run(tx -> {
            other.run(inside -> inside.em().persist(inner));
            assertTrue(tx.sql().fetchExists(NOTE, ID.eq(inner.id())));
            throw new Stop();
        }));
        assertFalse(there(inner.id()));
    }

    @Test
    void an_inner_failure_rolls_all_back_even_when_it_is_caught() {
        Note outer = note();
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> notes.run(tx -> {
            tx.em().persist(outer);
            assertThrows(Stop.class, () -> other.run(inside -> {
                throw new Stop();
            }));
        }));
        assertTrue(thrown.getCause() instanceof Stop);
        assertFalse(there(outer.id()));
    }

    @Test
    void a_nested_read_sees_what_was_written() {
        Note outer = note();
        notes.run(tx -> {
            tx.em().persist(outer);
            boolean byJpa = other.read(inside -> inside.em().find(Note.class, outer.id()) != null);
            boolean byJooq = other.read(inside -> inside.sql().fetchExists(NOTE, ID.eq(outer.id())));
            assertTrue(byJpa && byJooq);
            assertTrue(tx.sql().fetchExists(Column.table("notes_v1_note"),
                    Column.uuid("notes_v1_note", "id").eq(outer.id())));
        });
    }

    @Test
    void a_statement_sees_what_the_entity_manager_has_pending() {
        Note renamed = note();
        notes.run(tx -> tx.em().persist(renamed));
        String wished = title();
        notes.run(tx -> {
            tx.em().find(Note.class, renamed.id()).rename(wished);
            assertEquals(wished, tx.sql().select(TITLE).from(NOTE).where(ID.eq(renamed.id())).fetchSingle(TITLE));
        });
    }

    @Test
    void a_write_inside_a_read_is_committed_by_itself() {
        Note inner = note();
        notes.read(tx -> {
            tx.sql().fetchCount(NOTE);
            notes.run(inside -> inside.em().persist(inner));
            return tx.sql().fetchExists(NOTE, ID.eq(inner.id()));
        });
        assertTrue(there(inner.id()));
    }

    @Test
    void a_read_that_changes_something_is_refused() {
        Note some = note();
        notes.run(tx -> tx.em().persist(some));
        assertThrows(IllegalStateException.class, () -> notes.read(tx -> {
            tx.em().find(Note.class, some.id()).rename("changed");
            return true;
        }));
        assertThrows(IllegalStateException.class,
                () -> notes.read(tx -> tx.sql().deleteFrom(NOTE).where(ID.eq(some.id())).execute()));
        assertTrue(there(some.id()));
    }

    @Test
    void what_follows_a_commit_runs_after_it_and_not_after_a_rollback() {
        Note some = note();
        List<String> told = new ArrayList<>();
        notes.run(tx -> {
            tx.em().persist(some);
            other.run(inside -> other.afterCommit(() -> told.add(there(some.id()) ? "there" : "not yet")));
            assertEquals(List.of(), told);
        });
        assertThrows(Stop.class, () -> notes.run(tx -> {
            notes.afterCommit(() -> told.add("never"));
            throw new Stop();
        }));
        assertEquals(List.of("there"), told);
    }

    @Test
    void a_title_taken_twice_is_known_for_what_it_is() {
        String taken = title();
        notes.run(tx -> tx.em().persist(new Note(Ids.next(), taken, DOUBLED_HOUR)));
        RuntimeException byJpa = assertThrows(RuntimeException.class,
                () -> notes.run(tx -> tx.em().persist(new Note(Ids.next(), taken, DOUBLED_HOUR))));
        RuntimeException byJooq = assertThrows(RuntimeException.class, () -> notes.run(tx -> tx.sql()
                .insertInto(NOTE, ID, TITLE, WRITTEN, PINNED, VERSION)
                .values(Ids.next(), taken, DOUBLED_HOUR, false, 1L).execute()));
        assertTrue(Violations.duplicate(byJpa) && Violations.duplicate(byJooq));
    }

    @Test
    void two_writers_of_one_row_are_told_by_its_version() throws Exception {
        Note some = note();
        notes.run(tx -> tx.em().persist(some));
        assertThrows(RuntimeException.class, () -> notes.run(tx -> {
            Note mine = tx.em().find(Note.class, some.id());
            tx.sql().update(NOTE).set(VERSION, VERSION.plus(1L)).where(ID.eq(some.id())).execute();
            mine.rename(title());
        }));
    }

    @Test
    void a_deadlock_is_done_again() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier met = new CyclicBarrier(2);
        Thread[] threads = new Thread[2];
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        int before = total();
        for (int i = 0; i < 2; i++) {
            String first = i == 0 ? "one" : "two";
            String second = i == 0 ? "two" : "one";
            AtomicInteger own = new AtomicInteger();
            threads[i] = Thread.ofPlatform().start(() -> {
                try {
                    notes.run(tx -> {
                        attempts.incrementAndGet();
                        increment(tx, first);
                        if (own.incrementAndGet() == 1) {
                            await(met);
                        }
                        increment(tx, second);
                    });
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(50));
        }
        assertEquals(List.of(), failures);
        assertEquals(before + 4, total());
        assertTrue(attempts.get() >= 3, "no deadlock happened");
    }

    private int total() {
        return notes.read(tx -> tx.sql().select(AMOUNT).from(COUNTER).fetch(AMOUNT)).stream()
                .mapToInt(Integer::intValue).sum();
    }

    private static void increment(Tx tx, String name) {
        tx.sql().update(COUNTER).set(AMOUNT, AMOUNT.plus(1)).where(NAME.eq(name)).execute();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_tx_is_of_no_use_after_its_work() {
        Tx[] kept = new Tx[1];
        notes.run(tx -> kept[0] = tx);
        assertThrows(IllegalStateException.class, () -> kept[0].sql());
    }

    @Test
    void a_bundle_without_entities_is_told_so() {
        UnitDatabase none = new UnitDatabase(transactions,
                new PersistenceUnit("org.example.none", getClass().getClassLoader(), List.of(), transactions));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> none.run(Tx::em));
        assertTrue(thrown.getMessage().contains("Pergola-Entities"));
        assertTrue(none.read(tx -> tx.sql().fetchCount(COUNTER)) > 0);
    }

    @Test
    void a_script_that_fails_is_named_and_leaves_nothing() {
        Refused refused = assertThrows(Refused.class, () -> migrator.run("broken", "broken_schema_history",
                scripts("broken/V1__good.sql", "broken/V2__bad.sql")));
        assertEquals("persistence.script.failed", refused.text().key());
        assertTrue(refused.text().args().get(1).toString().contains("V2__bad.sql"), refused.text().toString());
        assertThrows(RuntimeException.class,
                () -> notes.read(tx -> tx.sql().fetchCount(Column.table("broken_half"))));
        assertThrows(RuntimeException.class,
                () -> notes.read(tx -> tx.sql().fetchCount(Column.table("broken_good"))));
    }

    @Test
    void scripts_run_once_and_an_older_version_of_them_is_content() {
        migrator.run("notes", "notes_schema_history", scripts("db/V1__notes.sql", "db/V2__a_counter.sql"));
        migrator.run("notes", "notes_schema_history", scripts("db/V1__notes.sql"));
        migrator.run("notes", "notes_schema_history", scripts("db/V1__notes.sql", "db/V2__a_counter.sql"));
        int counters = notes.read(tx -> tx.sql().fetchCount(COUNTER));
        assertEquals(2, counters);
    }

    @Test
    void a_closed_gate_holds_new_work_back_until_it_opens() throws Exception {
        assertTrue(other.gate().hold(Duration.ofSeconds(1)));
        AtomicInteger done = new AtomicInteger();
        Thread waiting = Thread.ofPlatform().start(() -> done.addAndGet(
                other.read(tx -> tx.sql().fetchCount(COUNTER))));
        Thread.sleep(200);
        assertEquals(0, done.get());
        other.gate().release();
        waiting.join(5_000);
        assertEquals(2, done.get());
    }

    @Test
    void work_that_goes_on_is_waited_for() throws Exception {
        CyclicBarrier inside = new CyclicBarrier(2);
        CyclicBarrier leave = new CyclicBarrier(2);
        Thread working = Thread.ofPlatform().start(() -> other.run(tx -> {
            await(inside);
            other.run(again -> await(leave));
        }));
        await(inside);
        assertFalse(other.gate().hold(Duration.ofMillis(100)));
        await(leave);
        working.join(5_000);
        other.gate().release();
        assertTrue(other.gate().hold(Duration.ofSeconds(1)));
        other.gate().release();
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
