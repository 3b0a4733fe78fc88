package org.pergola.kernel.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.SynchronousBundleListener;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.plugin.Plugins;
import org.pergola.kernel.plugins.record.Change;

class PluginManagerTest {

    @TempDir
    private Path folder;

    private final MemoryLedger ledger = new MemoryLedger();
    private Samples samples;
    private Path bundled;
    private FrameworkUnderTest framework;

    @BeforeEach
    void start() throws Exception {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        bundled = Files.createDirectories(folder.resolve("bundled"));
        samples = new Samples(jars);
        Files.copy(samples.base("1.0.0"), bundled.resolve("base.kar"));
        Files.copy(samples.leaf("1.0.0"), bundled.resolve("leaf.jar"));
        Files.copy(samples.alone("1.0.0"), bundled.resolve("alone.jar"));
        framework = new FrameworkUnderTest(folder.resolve("data"), bundled, ledger);
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    private void restart() throws Exception {
        framework.close();
        framework = new FrameworkUnderTest(folder.resolve("data"), bundled, ledger);
    }

    private void assertRunning(String id, String version) {
        Plugins.Info info = framework.info(id);
        assertEquals(Plugins.Status.RUNNING, info.status(), () -> id + ": " + info.reason());
        assertEquals(version, info.version());
    }

    /** Bundles that were started, stopped, updated or wired anew while the work was done. */
    private List<String> changedDuring(Work work) throws Exception {
        List<String> changed = new CopyOnWriteArrayList<>();
        SynchronousBundleListener listener = event -> changed.add(event.getBundle().getSymbolicName());
        framework.context().addBundleListener(listener);
        try {
            work.run();
        } finally {
            framework.context().removeBundleListener(listener);
        }
        return changed;
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void the_first_start_takes_what_came_with_the_distribution() throws Exception {
        assertRunning("base", "1.0.0");
        assertRunning("leaf", "1.0.0");
        assertRunning("alone", "1.0.0");
        assertEquals(Optional.of("1.0.0"), framework.greeting());
        String mirror = Files.readString(folder.resolve("data/etc/pergola-plugins.yaml"));
        assertTrue(mirror.contains("leaf:") && mirror.contains("version: 1.0.0"), mirror);
        assertEquals(List.of("base 1.x"), framework.info("leaf").needs());
        assertEquals(List.of(PluginId.of("leaf")), framework.info("base").dependents());
    }

    @Test
    void an_impl_update_touches_no_other_bundle_and_its_users_get_the_new_service() throws Exception {
        List<String> changed = changedDuring(() -> {
            Plugins.Outcome outcome = framework.update("base", samples.base("1.0.1"));
            assertTrue(outcome.done(), () -> String.valueOf(outcome.reason()));
            assertFalse(outcome.plan().apiChange());
            assertEquals(List.of(PluginId.of("leaf")), outcome.plan().affected());
        });
        assertRunning("base", "1.0.1");
        assertEquals(Optional.of("1.0.1"), framework.greeting());
        assertEquals(List.of("org.pergola.base"), changed.stream().distinct().toList());
        assertTrue(framework.held.contains("hold [base]") && framework.held.contains("pause [leaf]"),
                framework.held::toString);
        assertEquals(List.of(Change.Step.PLANNED, Change.Step.VERIFIED, Change.Step.HELD, Change.Step.EXPANDED,
                Change.Step.SWAPPED, Change.Step.PROBATION, Change.Step.COMMITTED), ledger.lastSteps());
    }

    @Test
    void an_api_update_wires_its_dependents_anew_and_nobody_else() throws Exception {
        List<String> changed = changedDuring(() -> {
            Plugins.Outcome outcome = framework.update("base", samples.baseWithOtherApi("1.1.0"));
            assertTrue(outcome.done(), () -> String.valueOf(outcome.reason()));
            assertTrue(outcome.plan().apiChange());
            assertEquals(List.of(PluginId.of("leaf")), outcome.plan().affected());
        });
        assertRunning("base", "1.1.0");
        assertRunning("leaf", "1.0.0");
        assertEquals(Optional.of("1.1.0"), framework.greeting());
        assertEquals(List.of("org.pergola.base", "org.pergola.base.api", "org.pergola.leaf"),
                changed.stream().distinct().sorted().toList());
        assertTrue(framework.held.contains("hold [base, leaf]"), framework.held::toString);
    }

    @Test
    void one_class_loader_of_each_is_left_after_many_updates() throws Exception {
        for (int i = 1; i <= 10; i++) {
            assertTrue(framework.update("base", i % 5 == 0 ? samples.baseWithOtherApi("1." + i + ".0")
                    : samples.base("1." + i + ".0")).done());
            assertTrue(framework.update("leaf", samples.leaf("1." + i + ".0")).done());
        }
        for (String id : List.of("base", "leaf")) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (framework.plugins().liveLoaders(PluginId.of(id)) > 1 && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            assertEquals(1, framework.plugins().liveLoaders(PluginId.of(id)), id);
        }
    }

    @Test
    void an_update_that_throws_while_starting_goes_back_by_itself() throws Exception {
        Plugins.Outcome outcome = framework.update("base", samples.base("1.0.1",
                "public void activate() { throw new IllegalStateException(\"no luck\"); }"));
        assertFalse(outcome.done());
        assertTrue(outcome.reason().orElseThrow().toString().contains("no luck"), outcome.reason()::toString);
        assertRunning("base", "1.0.0");
        assertRunning("leaf", "1.0.0");
        assertEquals(Optional.of("1.0.0"), framework.greeting());
        assertEquals(Change.Step.ROLLED_BACK, ledger.lastSteps().get(ledger.lastSteps().size() - 1));
        assertEquals("1.0.0", ledger.desired.get(PluginId.of("base")).version().toString());
    }

    @Test
    void an_update_that_hangs_while_starting_goes_back_by_itself() throws Exception {
        Plugins.Outcome outcome = framework.update("base", samples.base("1.0.1",
                "public void activate() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }"));
        assertFalse(outcome.done());
        assertRunning("base", "1.0.0");
        assertEquals(Optional.of("1.0.0"), framework.greeting());
    }

    @Test
    void an_update_whose_activator_hangs_goes_back_by_itself() throws Exception {
        Path hanging = samples.plugin("alone", "1.0.1").header("Bundle-Activator", "org.pergola.alone.Hangs")
                .header("Import-Package", "org.osgi.framework")
                .source("org.pergola.alone.Hangs", "package org.pergola.alone; import org.osgi.framework.*; public class"
                        + " Hangs implements BundleActivator { public void start(BundleContext c) throws Exception {"
                        + " Thread.sleep(600000); } public void stop(BundleContext c) { } }").make();
        Plugins.Outcome outcome = framework.update("alone", hanging);
        assertFalse(outcome.done());
        assertTrue(outcome.reason().orElseThrow().toString().contains("failed.hangs"), outcome.reason()::toString);
        assertRunning("alone", "1.0.0");
    }

    @Test
    void an_update_that_is_not_well_goes_back_by_itself() throws Exception {
        Path api = samples.api("1.0.0", "");
        Path ill = JarMaker.kar(folder.resolve("jars"), api, samples.impl("1.0.1", api, "[1.0,1.1)",
                "public void activate() { }").source("org.pergola.base.Ill",
                        "package org.pergola.base; import org.apache.felix.hc.api.*; public class Ill implements "
                                + "HealthCheck { public Result execute() { return new Result(Result.Status.CRITICAL, "
                                + "\"the tables are gone\"); } }")
                .component("org.pergola.base.Ill", "",
                        "<service><provide interface=\"org.apache.felix.hc.api.HealthCheck\"/></service>").make());
        Plugins.Outcome outcome = framework.update("base", ill);
        assertFalse(outcome.done());
        assertTrue(outcome.reason().orElseThrow().toString().contains("the tables are gone"),
                outcome.reason()::toString);
        assertRunning("base", "1.0.0");
        assertEquals(Optional.of("1.0.0"), framework.greeting());
    }

    @Test
    void an_update_whose_script_fails_never_stops_the_old_version() throws Exception {
        Path api = samples.api("1.0.0", "");
        Path kar = JarMaker.kar(folder.resolve("jars"), api, samples.impl("1.0.1", api, "[1.0,1.1)",
                "public void activate() { }").file("db/V2__more.sql", "FAIL").make());
        List<String> changed = changedDuring(() -> {
            Plugins.Outcome outcome = framework.update("base", kar);
            assertFalse(outcome.done());
            assertTrue(outcome.reason().orElseThrow().toString().contains("V2__more.sql"),
                    outcome.reason()::toString);
        });
        assertEquals(List.of(), changed);
        assertRunning("base", "1.0.0");
    }

    @Test
    void an_update_that_misses_a_package_goes_back_and_names_it() throws Exception {
        Plugins.Outcome outcome = framework.update("alone", samples.plugin("alone", "1.0.1")
                .header("Import-Package", "org.example.absent").make());
        assertFalse(outcome.done());
        assertTrue(outcome.reason().orElseThrow().toString().contains("org.example.absent"),
                outcome.reason()::toString);
        assertRunning("alone", "1.0.0");
    }

    @Test
    void an_update_that_takes_a_service_away_from_others_goes_back() throws Exception {
        Path api = samples.api("1.0.0", "");
        Path without = JarMaker.kar(folder.resolve("jars"), api, samples.plugin("base", "1.0.1").make());
        Plugins.Outcome outcome = framework.update("base", without);
        assertFalse(outcome.done());
        assertTrue(outcome.reason().orElseThrow().toString().contains("org.pergola.leaf.Leaf"),
                outcome.reason()::toString);
        assertEquals(Optional.of("1.0.0"), framework.greeting());
    }

    @Test
    void off_pauses_the_dependents_and_on_brings_them_back() {
        assertTrue(framework.plugins().off(PluginId.of("base")).done());
        assertEquals(Plugins.Status.OFF, framework.info("base").status());
        assertEquals(Plugins.Status.WAITING, framework.info("leaf").status());
        assertEquals(Plugins.State.ON, framework.info("leaf").state());
        assertTrue(framework.info("leaf").reason().orElseThrow().toString().contains("waits.off"));
        assertRunning("alone", "1.0.0");
        assertTrue(framework.plugins().on(PluginId.of("base")).done());
        assertRunning("base", "1.0.0");
        assertRunning("leaf", "1.0.0");
    }

    @Test
    void off_stays_off_over_a_restart_and_without_the_framework_s_cache() throws Exception {
        assertTrue(framework.plugins().off(PluginId.of("alone")).done());
        assertTrue(framework.update("base", samples.base("1.0.1")).done());
        framework.close();
        delete(folder.resolve("data/framework"));
        delete(folder.resolve("data/cache"));
        framework = new FrameworkUnderTest(folder.resolve("data"), bundled, ledger);
        assertEquals(Plugins.Status.OFF, framework.info("alone").status());
        assertRunning("base", "1.0.1");
        assertEquals(Optional.of("1.0.1"), framework.greeting());
    }

    private static void delete(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void a_change_that_was_cut_off_leaves_the_old_version() throws Exception {
        Change cut = new Change(new java.util.UUID(1, 2), PluginId.of("base"), Plugins.Action.UPDATE,
                Optional.of("1.0.0"), Optional.of("1.0.1"));
        ledger.step(cut, Change.Step.PLANNED, "");
        ledger.step(cut, Change.Step.SWAPPED, "");
        restart();
        assertRunning("base", "1.0.0");
        assertTrue(ledger.steps.get(cut).contains(Change.Step.ROLLED_BACK));
    }

    @Test
    void a_newer_bundled_version_is_taken_at_the_next_start_unless_one_was_uploaded() throws Exception {
        assertTrue(framework.update("leaf", samples.leaf("1.0.1")).done());
        Files.copy(samples.leaf("1.5.0"), bundled.resolve("leaf-new.jar"));
        Files.copy(samples.alone("1.5.0"), bundled.resolve("alone-new.jar"));
        restart();
        assertRunning("alone", "1.5.0");
        assertRunning("leaf", "1.0.1");
        assertEquals(Optional.of("1.5.0"), framework.info("leaf").available());
        assertTrue(framework.plugins().updateToBundled(PluginId.of("leaf")).done());
        assertRunning("leaf", "1.5.0");
    }

    @Test
    void an_older_bundled_version_is_never_gone_back_to() throws Exception {
        Files.copy(samples.alone("2.0.0"), bundled.resolve("alone-new.jar"));
        restart();
        assertRunning("alone", "2.0.0");
        Files.delete(bundled.resolve("alone-new.jar"));
        restart();
        assertRunning("alone", "2.0.0");
    }

    @Test
    void install_and_uninstall_leave_nothing_behind() throws Exception {
        Path fresh = samples.plugin("fresh", "1.0.0").make();
        int before = framework.bundles().size();
        assertTrue(framework.install(fresh).done());
        assertRunning("fresh", "1.0.0");
        assertTrue(framework.plugins().uninstall(PluginId.of("fresh")).done());
        assertEquals(Optional.empty(), framework.plugins().find(PluginId.of("fresh")));
        assertEquals(before, framework.bundles().size());
        assertFalse(files("plugins").stream().anyMatch(name -> name.startsWith("fresh")), () -> files("plugins").toString());
        assertFalse(ledger.desired.containsKey(PluginId.of("fresh")));
    }

    @Test
    void an_install_that_fails_is_taken_out_again() throws Exception {
        Plugins.Outcome outcome = framework.install(samples.plugin("fresh", "1.0.0")
                .source("org.pergola.fresh.Bad", "package org.pergola.fresh; public class Bad { public void activate() {"
                        + " throw new IllegalStateException(\"bad day\"); } }")
                .component("org.pergola.fresh.Bad", "immediate=\"true\" activate=\"activate\"", "").make());
        assertFalse(outcome.done());
        assertTrue(outcome.reason().orElseThrow().toString().contains("bad day"), outcome.reason()::toString);
        assertEquals(Optional.empty(), framework.plugins().find(PluginId.of("fresh")));
        assertFalse(framework.bundles().stream().map(Bundle::getSymbolicName).anyMatch("org.pergola.fresh"::equals));
        assertFalse(files("plugins").stream().anyMatch(name -> name.startsWith("fresh")));
        assertEquals(0, framework.plugins().liveLoaders(PluginId.of("fresh")));
    }

    @Test
    void a_plugin_that_others_need_is_not_uninstalled() {
        Refused refused = assertThrows(Refused.class, () -> framework.plugins().uninstall(PluginId.of("base")));
        assertEquals(Refused.Kind.CONFLICT, refused.kind());
        assertRunning("base", "1.0.0");
    }

    @Test
    void a_refused_file_leaves_nothing_on_the_disk() {
        List<String> before = new ArrayList<>(files("cache/plugins"));
        Path kar = samples.base("1.0.0");
        assertThrows(Refused.class, () -> framework.update("base", kar));
        assertThrows(Refused.class, () -> framework.install(samples.plugin("fresh", "1.0.0")
                .header("Export-Package", "org.pergola.api.text;version=\"0.1.0\"").make()));
        assertEquals(before, files("cache/plugins"));
    }

    @Test
    void a_plan_changes_nothing_and_names_whom_it_touches() throws Exception {
        Map<String, Integer> before = states();
        Plugins.Plan plan = framework.plugins().plan(PluginId.of("base"), Plugins.Action.OFF);
        assertEquals(List.of(PluginId.of("leaf")), plan.affected());
        try (var in = Files.newInputStream(samples.baseWithOtherApi("1.2.0"))) {
            assertTrue(framework.plugins().plan("base.kar", in).apiChange());
        }
        assertEquals(before, states());
    }

    private Map<String, Integer> states() {
        Map<String, Integer> states = new HashMap<>();
        framework.bundles().forEach(bundle -> states.put(bundle.getSymbolicName(), bundle.getState()));
        return states;
    }

    private List<String> files(String name) {
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
