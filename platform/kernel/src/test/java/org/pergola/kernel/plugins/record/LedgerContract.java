package org.pergola.kernel.plugins.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.owner.DataOwner;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.api.text.Text;
import org.pergola.kernel.KernelUnderTest;
import org.pergola.persistence.TestDatabase;

/** What the book promises, on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {

    private static final PluginId LEAF = PluginId.of("leaf");

    @TempDir
    static Path folder;

    private TestDatabase database;
    private Database db;
    private KernelUnderTest.Told told;
    private DatabaseLedger ledger;

    abstract TestDatabase open(Path folder);

    @BeforeAll
    void open() throws MalformedURLException {
        URL script = Path.of("src/main/resources/db/V20__plugins.sql").toUri().toURL();
        database = open(folder).scripts("kernel", List.of(script));
        db = database.of(LedgerContract.class.getClassLoader());
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() {
        told = new KernelUnderTest.Told();
        ledger = new DatabaseLedger(db, told, new KernelUnderTest.MovedClock());
        db.run(tx -> List.of(Tables.PLUGIN, Tables.CHANGE, Tables.USAGE)
                .forEach(table -> tx.sql().deleteFrom(table).execute()));
    }

    private static Desired leaf(String version, Plugins.State state) {
        return new Desired(LEAF, Version.parseVersion(version), state, Desired.Source.UPLOADED, "leaf.jar", "abc", 7);
    }

    private static Change change(Plugins.Action action) {
        return new Change(Ids.next(), LEAF, action, Optional.of("1.0.0"), Optional.of("1.0.1"));
    }

    @Test
    void what_is_desired_is_read_as_it_was_written() {
        ledger.seed(leaf("1.0.0", Plugins.State.ON), "Leaf");
        assertEquals(List.of(leaf("1.0.0", Plugins.State.ON)), ledger.desired());
    }

    @Test
    void a_commit_writes_the_desired_state_the_step_and_the_record_of_changes() {
        Change change = change(Plugins.Action.UPDATE);
        ledger.step(change, Change.Step.PLANNED, "");
        assertEquals(List.of(change), ledger.unfinished());
        ledger.commit(change, Optional.of(leaf("1.0.1", Plugins.State.OFF)), "Leaf");
        assertEquals(List.of(leaf("1.0.1", Plugins.State.OFF)), ledger.desired());
        assertEquals(List.of(), ledger.unfinished());
        Audit.Entry entry = told.entries.get(0);
        assertEquals("kernel.plugin.update", entry.action());
        assertEquals("Leaf", entry.subject().name());
        assertEquals(Map.of("version", new Audit.Change(Optional.of("1.0.0"), Optional.of("1.0.1"))), entry.changes());
    }

    @Test
    void a_change_that_was_taken_back_leaves_what_is_desired() {
        ledger.seed(leaf("1.0.0", Plugins.State.ON), "Leaf");
        Change change = change(Plugins.Action.UPDATE);
        ledger.step(change, Change.Step.PLANNED, "");
        ledger.rollBack(change, "Leaf", "It failed. ".repeat(300));
        assertEquals(List.of(), ledger.unfinished());
        assertEquals(List.of(leaf("1.0.0", Plugins.State.ON)), ledger.desired());
    }

    @Test
    void an_uninstalled_plugin_is_desired_no_more() {
        ledger.seed(leaf("1.0.0", Plugins.State.ON), "Leaf");
        ledger.commit(change(Plugins.Action.UNINSTALL), Optional.empty(), "Leaf");
        assertEquals(List.of(), ledger.desired());
    }

    @Test
    void counts_are_kept_with_their_words() {
        List<DataOwner.Usage> usage = List.of(new DataOwner.Usage(2, Text.of("leaf.used", 2L, "two")),
                new DataOwner.Usage(148, Text.of("leaf.people", 148L)));
        ledger.usage(LEAF, usage);
        assertEquals(Map.of(LEAF, usage), ledger.usage());
        ledger.usage(LEAF, List.of());
        assertEquals(Map.of(), ledger.usage());
    }

    @Test
    void nothing_is_written_where_the_record_of_changes_refuses() {
        Audit refusing = (Audit) Proxy.newProxyInstance(Audit.class.getClassLoader(), new Class<?>[] {Audit.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("no");
                });
        DatabaseLedger broken = new DatabaseLedger(db, refusing, new KernelUnderTest.MovedClock());
        Change change = change(Plugins.Action.INSTALL);
        broken.step(change, Change.Step.PLANNED, "");
        assertThrows(RuntimeException.class,
                () -> broken.commit(change, Optional.of(leaf("1.0.0", Plugins.State.ON)), "Leaf"));
        assertEquals(List.of(), broken.desired());
        assertEquals(List.of(change), broken.unfinished());
    }
}
