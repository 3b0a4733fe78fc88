package org.pergola.page;

import java.time.Instant;

/** What a page says, in one version. @param version from 1 */
public record Content(int version, String markdown, Instant written) {
}
