package org.pergola.api.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** Immutable bytes by their SHA-256, in lower case hexadecimal. @since 0.1 */
@ProviderType
public interface Blobs {

    /** @param hash 64 hexadecimal digits */
    record Blob(String hash, long size) {
    }

    /** Stores what the stream gives. @throws org.pergola.api.error.Refused (too large) past the limit in bytes */
    Blob put(InputStream bytes, long limit);

    /** Bytes that are here and not kept yet. */
    interface Staged {

        Blob blob();

        /** From their beginning; the caller closes it. */
        InputStream open();
    }

    /** @param seen what the look at the bytes came to */
    record Kept<T>(Blob blob, T seen) {
    }

    /**
     * Stores what the stream gives, after a look at it: where the look throws, nothing is left behind.
     *
     * @throws org.pergola.api.error.Refused (too large) past the limit in bytes, or as the look refuses
     */
    <T> Kept<T> put(InputStream bytes, long limit, Function<Staged, T> look);

    /** Opens one; the caller closes it. */
    Optional<InputStream> open(String hash);

    Optional<Blob> find(String hash);
}
