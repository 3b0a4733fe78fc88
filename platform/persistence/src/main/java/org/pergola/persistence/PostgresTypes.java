package org.pergola.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.PostgreSQL10Platform;

/** EclipseLink on PostgreSQL: uuid and timestamptz as they are. Made by EclipseLink, by its name. */
public final class PostgresTypes extends PostgreSQL10Platform {

    private static final long serialVersionUID = 1L;

    @Override
    public void setParameterValueInDatabaseCall(Object parameter, PreparedStatement statement, int index,
            AbstractSession session) throws SQLException {
        if (parameter instanceof UUID uuid) {
            statement.setObject(index, uuid);
        } else if (parameter instanceof Instant instant) {
            statement.setTimestamp(index, InstantTypes.toTimestamp(instant));
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    @Override
    public int getJDBCType(Class<?> javaType) {
        return javaType == UUID.class ? Types.OTHER
                : javaType == Instant.class ? Types.TIMESTAMP : super.getJDBCType(javaType);
    }

    @Override
    public <T> T convertObject(Object source, Class<T> javaClass) {
        return InstantTypes.fromDatabase(source, javaClass).orElseGet(() -> super.convertObject(source, javaClass));
    }
}
