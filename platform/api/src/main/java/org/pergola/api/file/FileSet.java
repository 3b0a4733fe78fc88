package org.pergola.api.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A package of files: relative paths with {@code /}, never with {@code ..}, to blobs. Immutable.
 *
 * @since 0.1
 */
@ProviderType
public interface FileSet {

    UUID id();

    SortedMap<String, Blobs.Blob> files();

    default Optional<Blobs.Blob> find(String path) {
        return Optional.ofNullable(files().get(path));
    }

    /** Opens a file of it; the caller closes it. Empty where there is no such path. */
    Optional<InputStream> open(String path);

    /** All bytes of a small file. @throws org.pergola.api.error.Refused (too large) past the limit */
    Optional<byte[]> read(String path, int limit);
}
