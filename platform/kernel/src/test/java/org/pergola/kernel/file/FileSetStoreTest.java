package org.pergola.kernel.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;
import org.pergola.kernel.work.KernelStore;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileSetStoreTest {

    @TempDir
    static Path folder;

    private KernelStore store;
    private BlobFolder blobs;
    private FileSetStore sets;

    @BeforeAll
    void start() {
        store = KernelStore.derby(folder);
        blobs = new BlobFolder(folder.resolve("blobs"));
        sets = fresh();
    }

    private FileSetStore fresh() {
        return new FileSetStore(store.database(), store.clock(), blobs, ArchiveLimits.ofMegabytes(10, 100));
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
    }

    private FileSet unpack() {
        ZipMaker zip = new ZipMaker().file("index.html", "<p>");
        for (int i = 0; i < 600; i++) {
            zip.file("f/" + i, "content " + i);
        }
        return sets.unpack("package.zip", new ByteArrayInputStream(zip.done()));
    }

    @Test
    void a_package_is_found_again_with_all_its_files() {
        FileSet unpacked = unpack();
        FileSet found = fresh().find(unpacked.id()).orElseThrow();
        assertEquals(unpacked.files(), found.files());
        assertEquals(601, found.files().size());
        assertArrayEquals(new byte[] {'<', 'p', '>'}, found.read("index.html", 10).orElseThrow());
        assertEquals(Optional.empty(), found.open("nothing"));
    }

    @Test
    void reading_more_than_the_limit_is_too_large() {
        FileSet unpacked = unpack();
        Refused refused = assertThrows(Refused.class, () -> unpacked.read("index.html", 2));
        assertEquals(Refused.Kind.TOO_LARGE, refused.kind());
    }

    @Test
    void a_package_of_a_transaction_that_was_rolled_back_is_not_there() {
        FileSet[] lost = new FileSet[1];
        assertThrows(IllegalStateException.class, () -> store.database().run(tx -> {
            lost[0] = unpack();
            assertTrue(sets.find(lost[0].id()).isPresent());
            throw new IllegalStateException("stop");
        }));
        assertTrue(sets.find(lost[0].id()).isEmpty());
    }

    @Test
    void a_deleted_package_is_gone() {
        FileSet unpacked = unpack();
        sets.find(unpacked.id());
        sets.delete(unpacked.id());
        assertTrue(sets.find(unpacked.id()).isEmpty());
        assertTrue(sets.find(Ids.next()).isEmpty());
    }

    @Test
    void what_a_package_brought_goes_with_it_but_nothing_that_another_has_too() throws Exception {
        blobs = new BlobFolder(folder.resolve("blobs-of-one-test"));
        sets = fresh();
        Blobs.Blob shared = blobs.put(new ByteArrayInputStream(new byte[] {'<', 'p', '>'}), 10);
        FileSet unpacked = unpack();
        sets.delete(unpacked.id());
        assertTrue(blobs.find(shared.hash()).isPresent());
        assertEquals(1, unpacked.files().values().stream().map(Blobs.Blob::hash).distinct()
                .filter(hash -> blobs.find(hash).isPresent()).count());
        FileSet first = unpack();
        FileSet second = unpack();
        sets.delete(first.id());
        assertTrue(second.files().values().stream().allMatch(blob -> blobs.find(blob.hash()).isPresent()));
    }

    @Test
    void a_blob_is_stored_once_and_refused_past_its_limit() throws Exception {
        Blobs.Blob blob = blobs.put(new ByteArrayInputStream(new byte[1000]), 1000);
        assertEquals(blob, blobs.put(new ByteArrayInputStream(new byte[1000]), 1000));
        assertEquals(Optional.of(blob), blobs.find(blob.hash()));
        assertEquals(1000, blobs.open(blob.hash()).orElseThrow().readAllBytes().length);
        assertThrows(Refused.class, () -> blobs.put(new ByteArrayInputStream(new byte[1001]), 1000));
        assertEquals(Optional.empty(), blobs.open("../../etc/passwd"));
        assertEquals(Optional.empty(), blobs.find("0".repeat(64)));
    }
}
