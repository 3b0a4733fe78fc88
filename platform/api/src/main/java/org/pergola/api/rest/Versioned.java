package org.pergola.api.rest;

/**
 * An answer that counts its changes: the platform sends {@code ETag: "<version>"} with it by itself.
 *
 * @since 0.1
 */
public interface Versioned {

    long version();
}
