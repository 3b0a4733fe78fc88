package org.pergola.persistence;

import java.util.Map;
import java.util.Set;
import org.jooq.SQLDialect;
import org.pergola.api.data.Violations;

/** What differs between the databases that Pergola runs on. */
enum Dialect {

    DERBY(SQLDialect.DERBY, "org.pergola.persistence.DerbyTypes", Set.of("40001", "40XL1", "40XL2"),
            Map.of("uuid", "CHAR(36)", "instant", "TIMESTAMP", "text", "CLOB", "json", "CLOB", "blob", "BLOB",
                    "boolean", "BOOLEAN")),

    POSTGRES(SQLDialect.POSTGRES, "org.pergola.persistence.PostgresTypes", Set.of("40001", "40P01", "55P03"),
            Map.of("uuid", "uuid", "instant", "timestamptz(6)", "text", "text", "json", "jsonb", "blob", "bytea",
                    "boolean", "boolean"));

    private final SQLDialect jooq;
    private final String eclipseLinkPlatform;
    private final Set<String> retryable;
    private final Map<String, String> columnTypes;

    Dialect(SQLDialect jooq, String eclipseLinkPlatform, Set<String> retryable, Map<String, String> columnTypes) {
        this.jooq = jooq;
        this.eclipseLinkPlatform = eclipseLinkPlatform;
        this.retryable = retryable;
        this.columnTypes = columnTypes;
    }

    SQLDialect jooq() {
        return jooq;
    }

    /** The class name of EclipseLink's platform for it. */
    String eclipseLinkPlatform() {
        return eclipseLinkPlatform;
    }

    /** The placeholders of migration scripts. */
    Map<String, String> columnTypes() {
        return columnTypes;
    }

    /** Whether the same work may succeed when it is done again: a deadlock, a lock that came late. */
    boolean mayRetry(Throwable thrown) {
        return retryable.contains(Violations.state(thrown));
    }
}
