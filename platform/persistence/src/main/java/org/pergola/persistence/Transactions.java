package org.pergola.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection for the outermost work of a thread; whatever any bundle does inside it joins. Work that writes is
 * committed at the outermost end, and done again where the database chose it as the victim of a deadlock.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private static final int ATTEMPTS = 3;

    private final DataSource pool;
    private final Dialect dialect;
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    Transactions(DataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    boolean writing() {
        Transaction transaction = current.get();
        return transaction != null && transaction.writes();
    }

    /** The connection of this thread's work for EclipseLink, or one from the pool where there is none. */
    Connection connection() throws SQLException {
        Transaction transaction = current.get();
        return transaction == null ? pool.getConnection() : transaction.lent();
    }

    /** A connection from the pool with no part in any transaction: for migrations. */
    DataSource pool() {
        return pool;
    }

    <T> T read(Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            return joined(outer, false, work);
        }
        return onConnection(connection -> inTransaction(new Transaction(connection, false), work));
    }

    <T> T write(Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null && outer.writes()) {
            return joined(outer, true, work);
        }
        if (outer != null) {
            return insideRead(outer, work);
        }
        return told(retried(() -> onConnection(connection -> outermostWrite(connection, work))));
    }

    void afterCommit(Runnable action) {
        Transaction transaction = current.get();
        if (transaction != null && transaction.writes()) {
            transaction.afterCommit(action);
        } else {
            action.run();
        }
    }

    private <T> T joined(Transaction outer, boolean writes, Function<Transaction, T> work) {
        outer.flush();
        try {
            T result = work.apply(outer);
            if (writes) {
                outer.flush();
            }
            return result;
        } catch (RuntimeException | Error e) {
            if (writes) {
                outer.rollbackOnly(e);
            }
            throw e;
        }
    }

    /** The read under way gives its connection up for the length of the write: a second one might wait for its locks. */
    private <T> T insideRead(Transaction outer, Function<Transaction, T> work) {
        outer.pause();
        Outcome<T> outcome;
        try {
            outcome = retried(() -> outermostWrite(outer.connection(), work));
        } finally {
            current.set(outer);
        }
        return told(outcome);
    }

    /** A result with what is to run once the connection has been given back. */
    private record Outcome<T>(Transaction transaction, T value) {
    }

    private static <T> T told(Outcome<T> outcome) {
        outcome.transaction.runAfterCommit();
        return outcome.value;
    }

    private <T> Outcome<T> retried(Supplier<Outcome<T>> attempt) {
        for (int count = 1;; count++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (count == ATTEMPTS || !dialect.mayRetry(e)) {
                    throw e;
                }
                LOG.debug("Work is done again, attempt {}", count + 1, e);
                pauseBriefly(count);
            }
        }
    }

    private static void pauseBriefly(int count) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5L, 30L * count));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Outcome<T> outermostWrite(Connection connection, Function<Transaction, T> work) {
        Transaction transaction = new Transaction(connection, true);
        return new Outcome<>(transaction, inTransaction(transaction, work));
    }

    private <T> T inTransaction(Transaction transaction, Function<Transaction, T> work) {
        current.set(transaction);
        try {
            T result = work.apply(transaction);
            transaction.end();
            return result;
        } catch (RuntimeException | Error e) {
            transaction.rollback(e);
            throw e;
        } finally {
            current.remove();
        }
    }

    @FunctionalInterface
    private interface OnConnection<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T onConnection(OnConnection<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return work.with(connection);
        } catch (SQLException e) {
            throw new DatabaseException("The database did not answer as it should: " + e.getMessage(), e);
        }
    }
}
