package org.pergola.kernel.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs.Blob;

/** What strangers pack into archives, and what comes of it: nothing. */
@Timeout(30)
class ArchiveReaderTest {

    private static final ArchiveLimits LIMITS = ArchiveLimits.ofMegabytes(100, 2048);

    @TempDir
    Path folder;

    private BlobFolder blobs;

    @BeforeEach
    void start() {
        blobs = new BlobFolder(folder);
    }

    private SortedMap<String, Blob> read(byte[] zip, ArchiveLimits limits) {
        return new ArchiveReader(blobs, limits).read("package.zip", new ByteArrayInputStream(zip));
    }

    /** Refused with this key and kind, naming the zip and the entry, with nothing left behind. */
    private Refused refused(Refused.Kind kind, String key, String entry, byte[] zip, ArchiveLimits limits) {
        Refused refused = assertThrows(Refused.class, () -> read(zip, limits));
        assertEquals(key, refused.text().key());
        assertEquals(kind, refused.kind());
        assertEquals("package.zip", refused.text().args().get(0));
        if (!entry.isEmpty()) {
            assertEquals(entry, refused.text().args().get(1));
        }
        assertEquals(List.of(), left());
        return refused;
    }

    private void invalid(String key, String entry, byte[] zip) {
        refused(Refused.Kind.INVALID, key, entry, zip, LIMITS);
    }

    private List<Path> left() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_good_archive_gives_its_files() throws IOException {
        SortedMap<String, Blob> files = read(new ZipMaker().file("index.html", "<p>hello").file("a/b/c.js", "x")
                .file("a/", "").file("Übung 1.html", "ü").file("copy.html", "<p>hello").done(), LIMITS);
        assertEquals(Set.of("index.html", "a/b/c.js", "Übung 1.html", "copy.html"), files.keySet());
        assertEquals(files.get("index.html"), files.get("copy.html"));
        assertArrayEquals("<p>hello".getBytes(StandardCharsets.UTF_8),
                blobs.open(files.get("index.html").hash()).orElseThrow().readAllBytes());
        assertEquals(3, left().size());
    }

    @Test
    void an_empty_archive_is_one() {
        assertTrue(read(new ZipMaker().done(), LIMITS).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "this is a text and no archive, however long it goes on",
            "GIF89a and so on and so on and so on and on"})
    void what_is_no_zip_is_called_so(String content) {
        invalid("kernel.archive.none", "", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_picture_that_is_also_a_zip_is_none() {
        byte[] zip = new ZipMaker().file("a", "b").done();
        byte[] both = new byte[zip.length + 6];
        System.arraycopy("GIF89a".getBytes(StandardCharsets.US_ASCII), 0, both, 0, 6);
        System.arraycopy(zip, 0, both, 6, zip.length);
        invalid("kernel.archive.none", "", both);
    }

    @Test
    void half_a_zip_is_none() {
        byte[] zip = new ZipMaker().file("a", "some content").done();
        invalid("kernel.archive.none", "", Arrays.copyOf(zip, zip.length / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.html", "a/../../evil.html", "a/..", "./a", "a//b"})
    void a_path_that_leads_out_is_refused(String path) {
        invalid("kernel.archive.outside", path, new ZipMaker().file("good", "x").file(path, "x").done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "C:/windows/evil.dll", "c:evil", "//server/share/x"})
    void an_absolute_path_is_refused(String path) {
        invalid("kernel.archive.absolute", path, new ZipMaker().file(path, "x").done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b.html", "..\\evil.html"})
    void a_backslash_is_refused(String path) {
        byte[] zip = new ZipMaker().file(path.replace('\\', '|'), "x").done();
        for (int i = 0; i < zip.length; i++) {
            zip[i] = zip[i] == '|' ? (byte) '\\' : zip[i];
        }
        invalid("kernel.archive.backslash", path, zip);
    }

    @Test
    void a_name_with_a_nul_is_refused() {
        invalid("kernel.archive.control", "a.html?.txt", new ZipMaker().file("a.html\0.txt", "x").done());
    }

    @Test
    void a_name_in_overlong_utf8_is_refused() {
        byte[] zip = new ZipMaker().file("äää", "x").done();
        // C0 AE C0 AE 2F: "../" as no decoder may read it
        byte[] overlong = {(byte) 0xC0, (byte) 0xAE, (byte) 0xC0, (byte) 0xAE, 0x2F, 0x61};
        byte[] hostile = ZipMaker.patched(ZipMaker.patched(zip, ZipMaker.LOCAL, 30, overlong), ZipMaker.CENTRAL, 46,
                overlong);
        Refused refused = assertThrows(Refused.class, () -> read(hostile, LIMITS));
        assertEquals("kernel.archive.control", refused.text().key());
        assertEquals(List.of(), left());
    }

    @Test
    void one_path_twice_is_refused() {
        invalid("kernel.archive.twice", "a.html", new ZipMaker().file("a.html", "x").file("a.html", "y").done());
    }

    @Test
    void two_paths_that_differ_in_case_only_are_refused() {
        invalid("kernel.archive.twice", "DIR/A.html",
                new ZipMaker().file("dir/a.html", "x").file("DIR/A.html", "y").done());
    }

    @Test
    void a_path_too_deep_or_too_long_is_refused() {
        invalid("kernel.archive.deep", "a/".repeat(40) + "x", new ZipMaker().file("a/".repeat(40) + "x", "x").done());
        Refused refused = assertThrows(Refused.class,
                () -> read(new ZipMaker().file("a".repeat(600), "x").done(), LIMITS));
        assertEquals("kernel.archive.deep", refused.text().key());
    }

    @Test
    void a_link_is_refused() {
        invalid("kernel.archive.link", "link", new ZipMaker().link("link", "/etc/passwd").done());
    }

    @Test
    void an_encrypted_entry_is_refused() {
        byte[] zip = new ZipMaker().file("secret", "x").done();
        byte[] encrypted = ZipMaker.patched(ZipMaker.patched(zip, ZipMaker.LOCAL, 6, (byte) 9), ZipMaker.CENTRAL, 8,
                (byte) 9);
        invalid("kernel.archive.encrypted", "secret", encrypted);
    }

    @Test
    void an_unknown_way_of_packing_is_refused() {
        byte[] zip = new ZipMaker().file("odd", "x").done();
        invalid("kernel.archive.method", "odd", ZipMaker.patched(ZipMaker.patched(zip, ZipMaker.LOCAL, 8, (byte) 97),
                ZipMaker.CENTRAL, 10, (byte) 97));
    }

    @Test
    void a_wrong_check_sum_is_found() {
        byte[] zip = new ZipMaker().file("first", "good").file("odd", "content that is packed").done();
        invalid("kernel.archive.damaged", "first",
                ZipMaker.patched(zip, ZipMaker.CENTRAL, 16, (byte) 1, (byte) 2, (byte) 3, (byte) 4));
    }

    @Test
    void a_size_that_is_a_lie_is_found() {
        byte[] zip = new ZipMaker().file("odd", "content that is packed and longer than it says").done();
        invalid("kernel.archive.damaged", "odd",
                ZipMaker.patched(zip, ZipMaker.CENTRAL, 24, (byte) 1, (byte) 0, (byte) 0, (byte) 0));
    }

    @Test
    void more_entries_than_allowed_are_too_large_whatever_number_the_archive_says() {
        ZipMaker many = new ZipMaker();
        IntStream.range(0, 300).forEach(i -> many.file("f" + i, ""));
        byte[] zip = many.done();
        ArchiveLimits few = new ArchiveLimits(1 << 20, 1 << 20, 200, 200);
        refused(Refused.Kind.TOO_LARGE, "kernel.archive.many", "", zip, few);
        byte[] lying = ZipMaker.patched(zip, 0x06054b50, 8, (byte) 5, (byte) 0, (byte) 5, (byte) 0);
        refused(Refused.Kind.TOO_LARGE, "kernel.archive.many", "", lying, few);
    }

    @Test
    void an_upload_over_the_limit_is_too_large() {
        byte[] zip = new byte[2 << 20];
        refused(Refused.Kind.TOO_LARGE, "kernel.archive.upload", "", zip, ArchiveLimits.ofMegabytes(1, 10));
    }

    @Test
    void a_gigabyte_out_of_a_megabyte_is_too_large() {
        byte[] bomb = new ZipMaker().zeros("zeros", 1L << 30).done();
        assertTrue(bomb.length < 2 << 20);
        refused(Refused.Kind.TOO_LARGE, "kernel.archive.bomb", "zeros", bomb, LIMITS);
    }

    @Test
    void a_bomb_that_says_it_is_small_is_stopped_on_the_way() {
        byte[] bomb = new ZipMaker().zeros("zeros", 100 << 20).done();
        byte[] lying = ZipMaker.patched(bomb, ZipMaker.CENTRAL, 24, (byte) 10, (byte) 0, (byte) 0, (byte) 0);
        refused(Refused.Kind.TOO_LARGE, "kernel.archive.bomb", "zeros", lying, LIMITS);
    }

    @Test
    void much_that_is_honest_passes_the_ratio() {
        byte[] zip = new ZipMaker().zeros("blank", 20 << 20).file("a", "b").done();
        assertEquals(2, read(zip, LIMITS).size());
    }

    @Test
    void more_than_may_be_unpacked_is_too_large() {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        refused(Refused.Kind.TOO_LARGE, "kernel.archive.bomb", "two",
                new ZipMaker().file("one", noise).file("two", noise).done(), ArchiveLimits.ofMegabytes(100, 5));
    }

    @Test
    void a_fault_in_the_last_entry_stores_none_of_the_others() {
        ZipMaker zip = new ZipMaker();
        IntStream.range(0, 50).forEach(i -> zip.file("f" + i, "content " + i));
        invalid("kernel.archive.outside", "../x", zip.file("../x", "y").done());
    }
}
