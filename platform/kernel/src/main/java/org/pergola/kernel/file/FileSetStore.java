package org.pergola.kernel.file;

import static org.pergola.kernel.file.FileTables.ENTRY;
import static org.pergola.kernel.file.FileTables.ENTRY_BYTES;
import static org.pergola.kernel.file.FileTables.ENTRY_HASH;
import static org.pergola.kernel.file.FileTables.ENTRY_NUMBER;
import static org.pergola.kernel.file.FileTables.ENTRY_PATH;
import static org.pergola.kernel.file.FileTables.ENTRY_SET;
import static org.pergola.kernel.file.FileTables.SET;
import static org.pergola.kernel.file.FileTables.SET_CREATED;
import static org.pergola.kernel.file.FileTables.SET_ID;
import static org.pergola.kernel.file.FileTables.SET_NAME;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Query;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.data.Tx;
import org.pergola.api.file.Blobs.Blob;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.api.time.Clock;

/** Packages in the database, their bytes in the blob folder. */
final class FileSetStore implements FileSets {

    private static final int BATCH = 500;
    private static final int KEPT = 32;
    private static final int NAME_LENGTH = 300;

    private final Database database;
    private final Clock clock;
    private final BlobFolder blobs;
    private final ArchiveReader reader;

    /** A package never changes, and a player asks for the same one again and again. */
    private final Map<UUID, FileSet> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, FileSet> eldest) {
            return size() > KEPT;
        }
    };

    FileSetStore(Database database, Clock clock, BlobFolder blobs, ArchiveLimits limits) {
        this.database = database;
        this.clock = clock;
        this.blobs = blobs;
        this.reader = new ArchiveReader(blobs, limits);
    }

    @Override
    public FileSet unpack(String name, InputStream zip) {
        SortedMap<String, Blob> files = reader.read(name, zip);
        FileSet set = new StoredSet(Ids.next(), files, blobs);
        try {
            database.run(tx -> insert(tx, name, set));
        } catch (RuntimeException failed) {
            blobs.discard(files.values());
            throw failed;
        }
        return set;
    }

    private void insert(Tx tx, String name, FileSet set) {
        tx.sql().insertInto(SET, SET_ID, SET_NAME, SET_CREATED).values(set.id(),
                name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH), clock.now()).execute();
        List<Query> inserts = new ArrayList<>(BATCH);
        int number = 0;
        for (Map.Entry<String, Blob> file : set.files().entrySet()) {
            inserts.add(tx.sql().insertInto(ENTRY, ENTRY_SET, ENTRY_NUMBER, ENTRY_PATH, ENTRY_HASH, ENTRY_BYTES)
                    .values(set.id(), number++, file.getKey(), file.getValue().hash(), file.getValue().size()));
            if (inserts.size() == BATCH) {
                tx.sql().batch(inserts).execute();
                inserts.clear();
            }
        }
        if (!inserts.isEmpty()) {
            tx.sql().batch(inserts).execute();
        }
    }

    @Override
    public Optional<FileSet> find(UUID id) {
        synchronized (recent) {
            FileSet known = recent.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<FileSet> found = database.read(tx -> load(tx, id));
        // what a write under way has seen may yet be rolled back
        if (!database.writing()) {
            found.ifPresent(set -> {
                synchronized (recent) {
                    recent.put(id, set);
                }
            });
        }
        return found;
    }

    private Optional<FileSet> load(Tx tx, UUID id) {
        if (!tx.sql().fetchExists(SET, SET_ID.eq(id))) {
            return Optional.empty();
        }
        SortedMap<String, Blob> files = new TreeMap<>();
        tx.sql().select(ENTRY_PATH, ENTRY_HASH, ENTRY_BYTES).from(ENTRY).where(ENTRY_SET.eq(id))
                .forEach(row -> files.put(row.get(ENTRY_PATH), new Blob(row.get(ENTRY_HASH), row.get(ENTRY_BYTES))));
        return Optional.of(new StoredSet(id, files, blobs));
    }

    @Override
    public void delete(UUID id) {
        Optional<FileSet> unwanted = find(id);
        database.run(tx -> {
            tx.sql().deleteFrom(ENTRY).where(ENTRY_SET.eq(id)).execute();
            tx.sql().deleteFrom(SET).where(SET_ID.eq(id)).execute();
        });
        database.afterCommit(() -> {
            synchronized (recent) {
                recent.remove(id);
            }
            unwanted.ifPresent(set -> blobs.discard(set.files().values()));
        });
    }
}
