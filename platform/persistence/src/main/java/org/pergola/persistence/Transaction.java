package org.pergola.persistence;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one thread has under way on one connection, with an entity manager for each bundle that took part. */
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    /** EclipseLink believes that it owns its connection; these calls of it are for the outermost end to make. */
    private static final Set<String> OURS = Set.of("commit", "rollback", "close", "setAutoCommit", "abort");

    private final Connection connection;
    private final Connection lent;
    private final boolean writes;
    private final Map<PersistenceUnit, EntityManager> managers = new LinkedHashMap<>();
    private final Map<PersistenceUnit, DSLContext> contexts = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Throwable failure;
    private boolean ended;

    Transaction(Connection connection, boolean writes) {
        this.connection = connection;
        this.writes = writes;
        this.lent = (Connection) Proxy.newProxyInstance(Transaction.class.getClassLoader(),
                new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (OURS.contains(method.getName())
                            && (arguments == null || !method.getName().equals("rollback"))) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    boolean writes() {
        return writes;
    }

    Connection connection() {
        return connection;
    }

    /** The connection without its end. */
    Connection lent() {
        return lent;
    }

    EntityManager em(PersistenceUnit unit) {
        requireUnderWay();
        return managers.computeIfAbsent(unit, PersistenceUnit::open);
    }

    DSLContext sql(PersistenceUnit unit) {
        requireUnderWay();
        return contexts.computeIfAbsent(unit, some -> some.sql(this));
    }

    private void requireUnderWay() {
        if (ended) {
            throw new IllegalStateException("The work that this Tx was given to has ended: nothing of it is kept.");
        }
    }

    /** Makes what entity managers have pending visible to SQL and to other bundles. */
    void flush() {
        if (!writes) {
            return;
        }
        try {
            managers.values().forEach(EntityManager::flush);
        } catch (RuntimeException e) {
            rollbackOnly(e);
            throw e;
        }
    }

    void rollbackOnly(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What was to follow a commit failed; the commit stands", e);
            }
        }
    }

    /** Lets go of locks and of what was read, for a write on the same connection. */
    void pause() {
        managers.values().forEach(EntityManager::clear);
        jdbc(Connection::rollback);
    }

    /** Commits a write, leaves a read. */
    void end() {
        if (writes) {
            flush();
            if (failure != null) {
                throw new IllegalStateException("Everything was rolled back, since a write inside it failed: "
                        + failure.getMessage(), failure);
            }
            jdbc(Connection::commit);
        } else {
            refuseChanges();
            jdbc(Connection::rollback);
        }
        close();
    }

    void rollback(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        close();
    }

    private void refuseChanges() {
        for (EntityManager manager : managers.values()) {
            if (manager.unwrap(UnitOfWorkImpl.class).hasChanges()) {
                throw new IllegalStateException("Entities were changed inside Database.read; use Database.write.");
            }
        }
    }

    private void close() {
        ended = true;
        for (EntityManager manager : managers.values()) {
            try {
                manager.getTransaction().rollback();
            } catch (RuntimeException e) {
                LOG.debug("An entity manager had ended by itself", e);
            }
            manager.close();
        }
        managers.clear();
        contexts.clear();
    }

    @FunctionalInterface
    private interface JdbcCall {
        void on(Connection connection) throws SQLException;
    }

    private void jdbc(JdbcCall call) {
        try {
            call.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException("The database refused the end of a transaction: " + e.getMessage(), e);
        }
    }
}
