package org.pergola.api.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores packages and opens them. The one archive reader of the platform: limits on entries, size, ratio, depth and
 * names; no links, no absolute paths, no {@code ..}. What is refused leaves nothing behind.
 *
 * @since 0.1
 */
@ProviderType
public interface FileSets {

    /**
     * Reads a zip. Blobs are stored; the set itself is a row of the transaction under way, or of one of its own.
     *
     * @param name what the person calls the file, for the sentence of a refusal
     * @throws org.pergola.api.error.Refused (invalid, or too large) naming the file, the entry and the reason
     */
    FileSet unpack(String name, InputStream zip);

    Optional<FileSet> find(UUID id);

    /** Forgets a set that nothing uses; its blobs are collected later. */
    void delete(UUID id);
}
