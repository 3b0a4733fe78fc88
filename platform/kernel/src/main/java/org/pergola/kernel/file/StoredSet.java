package org.pergola.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;
import org.pergola.api.text.Text;

/** A package with its files in hand. */
record StoredSet(UUID id, SortedMap<String, Blobs.Blob> files, Blobs blobs) implements FileSet {

    StoredSet {
        files = Collections.unmodifiableSortedMap(files);
    }

    @Override
    public Optional<InputStream> open(String path) {
        return find(path).flatMap(blob -> blobs.open(blob.hash()));
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
        Optional<Blobs.Blob> blob = find(path);
        if (blob.filter(found -> found.size() > limit).isPresent()) {
            throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.file.read", path, Math.max(1, limit / 1024)));
        }
        return open(path).map(in -> {
            try (in) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + path + " cannot be read", e);
            }
        });
    }
}
