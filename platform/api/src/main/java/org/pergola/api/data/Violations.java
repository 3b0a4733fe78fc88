package org.pergola.api.data;

import java.sql.SQLException;

/** Tells why the database refused a write, so that a service can say it in words. @since 0.1 */
public final class Violations {

    private Violations() {
    }

    /** Whether a unique key or primary key was taken already, whichever way the write went. */
    public static boolean duplicate(Throwable thrown) {
        return state(thrown).equals("23505");
    }

    /** The SQLSTATE of the innermost {@link SQLException}; empty where there is none. */
    public static String state(Throwable thrown) {
        String state = "";
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }
}
