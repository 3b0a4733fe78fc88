package org.pergola.web.content;

import java.io.FileNotFoundException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;

/** The files of packages. A package never changes, so the last ones are kept at hand. */
final class PackageFiles {

    private static final int KEPT = 40;

    private final FileSets fileSets;
    private final Map<UUID, FileSet> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, FileSet> eldest) {
            return size() > KEPT;
        }
    };

    PackageFiles(FileSets fileSets) {
        this.fileSets = fileSets;
    }

    /** By its exact path, else by the one that differs in upper and lower case alone: many were made on Windows. */
    Optional<StoredFile> find(UUID id, String path, String cache) {
        return fileSet(id).flatMap(set -> set.find(path).map(blob -> file(set, path, blob, cache))
                .or(() -> alike(set, path, cache)));
    }

    private Optional<FileSet> fileSet(UUID id) {
        synchronized (recent) {
            FileSet known = recent.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<FileSet> found = fileSets.find(id);
        found.ifPresent(set -> {
            synchronized (recent) {
                recent.put(id, set);
            }
        });
        return found;
    }

    private static Optional<StoredFile> alike(FileSet set, String path, String cache) {
        return set.files().entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(path)).findFirst()
                .map(entry -> file(set, entry.getKey(), entry.getValue(), cache));
    }

    private static StoredFile file(FileSet set, String path, Blobs.Blob blob, String cache) {
        return new StoredFile(path, blob.hash(), blob.size(), cache,
                () -> set.open(path).orElseThrow(() -> new FileNotFoundException("A file of a package is missing")));
    }
}
