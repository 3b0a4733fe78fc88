package org.pergola.api.file;

import java.net.URI;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Addresses on the content origin that open one stored file for a while: {@code /files/{signed}}. Whoever holds one may
 * read the file, so it is handed out after the permission has been asked for, and never logged. No cookie is read
 * there, and no script runs.
 *
 * @since 0.1
 */
@ProviderType
public interface SignedFiles {

    /**
     * How a stored file is sent.
     *
     * @param hash     of the blob
     * @param name     what it is called when it is saved
     * @param type     its media type, without parameters. The platform knows which types a browser may show; all others
     *                 are sent as a download, without their type
     * @param download whether it is to be saved even where a browser could show it
     */
    record Served(String hash, String name, String type, boolean download) {
    }

    /**
     * An absolute address that opens the file, in parts where the browser asks for parts.
     *
     * @param life at least so long, and at most a quarter longer: within that the same file has the same address, so
     *             that browsers need not load it again
     * @throws org.pergola.api.error.Refused (unavailable) where no content origin can be had
     */
    URI address(Served file, Duration life);
}
