package org.pergola.api.file;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Immutable bytes by their SHA-256, in lower case hexadecimal. @since 0.1 */
@ProviderType
public interface Blobs {

    /** @param hash 64 hexadecimal digits */
    record Blob(String hash, long size) {
    }

    /** Stores what the stream gives. @throws org.pergola.api.error.Refused (too large) past the limit in bytes */
    Blob put(InputStream bytes, long limit);

    /** Opens one; the caller closes it. */
    Optional<InputStream> open(String hash);

    Optional<Blob> find(String hash);
}
