package org.pergola.api.data;

import jakarta.persistence.EntityManager;
import org.jooq.DSLContext;
import org.osgi.annotation.versioning.ProviderType;

/** What work in the database has in hand: JPA for aggregates, jOOQ for lists. @since 0.1 */
@ProviderType
public interface Tx {

    /** Of the calling bundle's unit, on this transaction's connection. Never closed by the caller. */
    EntityManager em();

    /** On the same connection and in the database's dialect; what the entity manager has pending is flushed first. */
    DSLContext sql();
}
