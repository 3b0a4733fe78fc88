package org.pergola.kernel.plugins.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.pergola.api.error.Refused;
import org.pergola.kernel.plugins.JarMaker;

class ChecksTest {

    @TempDir
    private Path folder;

    private ArchiveReader reader;
    private final List<PluginArchive> installed = new ArrayList<>();

    @BeforeEach
    void open() {
        reader = new ArchiveReader(folder.resolve("work"), 1 << 20);
    }

    private static String capability(String id, String version) {
        return "org.pergola.plugin;plugin=" + id + ";version:Version=\"" + version + "\"";
    }

    private JarMaker plugin(String id, String version) {
        return JarMaker.bundle(folder, "org.example." + id, version).header("Provide-Capability",
                capability(id, version));
    }

    private PluginArchive read(Path file) {
        return reader.read("a.jar", file);
    }

    private Checks checks() {
        return new Checks(new Surroundings(Set.of("org.pergola.api.text", "org.slf4j"), Set.of("org.pergola.kernel"),
                installed));
    }

    private Refused refusedFile(Path file) {
        return assertThrows(Refused.class, () -> read(file));
    }

    private Refused refusedInstall(JarMaker jar) {
        PluginArchive archive = read(jar.make());
        return assertThrows(Refused.class, () -> checks().install(archive));
    }

    private static void assertSays(String key, Refused refused) {
        assertEquals(key, refused.text().key());
    }

    @Test
    void a_plain_plugin_passes() {
        PluginArchive archive = read(plugin("fresh", "1.0.0").header("Pergola-Paths", "fresh,fresher").make());
        checks().install(archive);
        assertEquals(Set.of("fresh", "fresher"), archive.paths());
        assertEquals(Version.parseVersion("1.0.0"), archive.version());
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        assertSays("kernel.plugin.no-zip", refusedFile(Files.writeString(folder.resolve("x.jar"), "hello")));
    }

    @Test
    void a_jar_without_a_symbolic_name_is_no_bundle() {
        assertSays("kernel.plugin.no-bundle", refusedFile(JarMaker.kar(folder)));
    }

    @Test
    void a_bundle_without_the_capability_is_no_plugin() {
        assertSays("kernel.plugin.no-plugin", refusedFile(JarMaker.bundle(folder, "org.example.x", "1.0.0").make()));
    }

    @Test
    void a_fragment_is_refused() {
        Refused refused = refusedFile(plugin("fresh", "1.0.0").header("Fragment-Host", "org.pergola.kernel").make());
        assertSays("kernel.plugin.fragment", refused);
        assertEquals(Refused.Kind.INVALID, refused.kind());
    }

    @Test
    void imports_as_it_goes_are_refused() {
        assertSays("kernel.plugin.dynamic",
                refusedFile(plugin("fresh", "1.0.0").header("DynamicImport-Package", "*").make()));
    }

    @Test
    void a_kar_with_two_plugins_is_refused() {
        assertSays("kernel.plugin.two", refusedFile(
                JarMaker.kar(folder, plugin("fresh", "1.0.0").make(), plugin("other", "1.0.0").make())));
    }

    @Test
    void an_id_of_the_platform_is_refused() {
        assertTrue(refusedFile(plugin("kernel", "1.0.0").make()).text().toString().contains("kept for the platform"));
        assertTrue(refusedFile(plugin("no-id", "1.0.0").make()).text().toString().contains("no plugin id"));
    }

    @Test
    void a_copy_of_the_platform_s_packages_is_refused() {
        for (String name : List.of("org.pergola.api.text", "org.pergola.ui.page", "com.vaadin.flow", "org.slf4j",
                "jakarta.servlet")) {
            assertSays("kernel.plugin.exports.platform",
                    refusedInstall(plugin("fresh", "1.0.0").header("Export-Package", name + ";version=\"1.0\"")));
        }
    }

    @Test
    void a_package_of_another_plugin_is_refused() {
        installed.add(read(plugin("other", "1.0.0").header("Export-Package", "org.example.shared").make()));
        assertSays("kernel.plugin.exports.taken",
                refusedInstall(plugin("fresh", "1.0.0").header("Export-Package", "org.example.shared")));
    }

    @Test
    void a_bundle_s_name_is_taken_once() {
        installed.add(read(plugin("other", "1.0.0").make()));
        assertSays("kernel.plugin.name.taken", refusedInstall(plugin("fresh", "1.0.0")
                .header("Bundle-SymbolicName", "org.example.other")));
        assertSays("kernel.plugin.name.platform", refusedInstall(plugin("fresh", "1.0.0")
                .header("Bundle-SymbolicName", "org.pergola.kernel")));
    }

    @Test
    void a_taken_or_reserved_path_is_refused() {
        installed.add(read(plugin("other", "1.0.0").header("Pergola-Paths", "others").make()));
        assertSays("kernel.plugin.path.taken",
                refusedInstall(plugin("fresh", "1.0.0").header("Pergola-Paths", "fresh, others")));
        assertSays("kernel.plugin.path.reserved",
                refusedInstall(plugin("fresh", "1.0.0").header("Pergola-Paths", "users")));
        assertSays("kernel.plugin.path.reserved",
                refusedInstall(plugin("fresh", "1.0.0").header("Pergola-Paths", "admin")));
        assertSays("kernel.plugin.path.malformed",
                refusedInstall(plugin("fresh", "1.0.0").header("Pergola-Paths", "fresh/../admin")));
    }

    @Test
    void a_need_that_is_not_met_is_said_in_words() {
        installed.add(read(plugin("learning", "1.4.0").make()));
        Refused refused = refusedInstall(plugin("fresh", "1.0.0").header("Require-Capability",
                "org.pergola.plugin;filter:=\"(&(plugin=learning)(version>=2.0)(!(version>=3)))\""));
        assertSays("kernel.plugin.need.version", refused);
        assertEquals(List.of("learning", "2.x", "1.4"), refused.text().args());
        assertSays("kernel.plugin.need.missing", refusedInstall(plugin("fresh", "1.0.0").header("Require-Capability",
                "org.pergola.plugin;filter:=\"(&(plugin=absent)(version>=1.2)(!(version>=2)))\"")));
    }

    @Test
    void an_update_that_a_dependent_could_not_run_with_is_refused() {
        PluginArchive base = read(plugin("base", "1.0.0").make());
        installed.add(base);
        installed.add(read(plugin("leaf", "1.0.0").header("Require-Capability",
                "org.pergola.plugin;filter:=\"(&(plugin=base)(version>=1.0)(!(version>=2)))\"").make()));
        PluginArchive next = read(plugin("base", "2.0.0").make());
        assertSays("kernel.plugin.need.other", assertThrows(Refused.class, () -> checks().update(base, next)));
    }

    @Test
    void the_same_or_a_lower_version_is_a_conflict() {
        PluginArchive now = read(plugin("base", "1.1.0").make());
        installed.add(now);
        for (String version : List.of("1.1.0", "1.0.9")) {
            PluginArchive next = read(plugin("base", version).make());
            Refused refused = assertThrows(Refused.class, () -> checks().update(now, next));
            assertSays("kernel.plugin.version.lower", refused);
            assertEquals(Refused.Kind.CONFLICT, refused.kind());
        }
        checks().update(now, read(plugin("base", "1.1.1").make()));
    }

    @Test
    void a_version_with_a_qualifier_is_refused() {
        assertSays("kernel.plugin.version.qualifier", refusedInstall(plugin("fresh", "1.0.0.beta")));
    }

    @Test
    void another_plugin_s_file_is_refused_as_an_update() {
        PluginArchive now = read(plugin("base", "1.1.0").make());
        PluginArchive other = read(plugin("other", "1.2.0").make());
        assertSays("kernel.plugin.other", assertThrows(Refused.class, () -> checks().update(now, other)));
    }

    @Test
    void an_upload_over_the_limit_is_too_large_and_leaves_nothing() throws IOException {
        Refused refused = assertThrows(Refused.class, () -> reader.receive("large.jar",
                new ZeroStream(2L << 20)));
        assertEquals(Refused.Kind.TOO_LARGE, refused.kind());
        assertFalse(anythingIn(folder.resolve("work")));
    }

    @Test
    void a_bomb_is_too_large_and_leaves_nothing() throws IOException {
        Path bomb = plugin("fresh", "1.0.0").file("web/zeros", "0".repeat(8 << 20)).make();
        assertTrue(Files.size(bomb) < 1 << 20);
        assertEquals(Refused.Kind.TOO_LARGE, refusedFile(bomb).kind());
        assertEquals(Refused.Kind.TOO_LARGE, refusedFile(JarMaker.kar(folder, bomb)).kind());
        assertFalse(anythingIn(folder.resolve("work")));
    }

    @Test
    void needs_are_told_as_people_say_them() {
        assertEquals("learning 2.x", need("(&(plugin=learning)(version>=2.0)(!(version>=3)))").words());
        assertEquals("learning 2.3 or a later 2.x",
                need("(&(plugin=learning)(version>=2.3)(!(version>=3.0.0)))").words());
        assertEquals("learning 2.3 or later", need("(&(plugin=learning)(version>=2.3))").words());
        assertEquals("learning", need("(plugin=learning)").words());
    }

    private static Need need(String filter) {
        return Need.of(filter).orElseThrow();
    }

    @Test
    void the_same_contents_under_another_number_are_the_same_for_those_who_use_them() {
        BundleFile one = read(plugin("base", "1.0.0").file("x.txt", "x").make()).main();
        BundleFile same = read(plugin("base", "1.0.1").file("x.txt", "x").make()).main();
        BundleFile other = read(plugin("base", "1.0.1").file("x.txt", "y").make()).main();
        assertTrue(one.sameAs(same));
        assertFalse(one.sameAs(other));
    }

    private static boolean anythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    /** As many zeros as wished. */
    private static final class ZeroStream extends InputStream {
        private long left;

        ZeroStream(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
