package org.pergola.api.event;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that has happened. A record in an {@code -api} package, marked with {@link EventType}; its components are
 * strings, numbers, booleans, UUIDs, instants, dates, enums and lists of these. Fields are only ever added.
 *
 * @since 0.1
 */
@ConsumerType
public interface Event {

    /** What it is about, such as {@code user}. */
    String subjectKind();

    UUID subjectId();
}
