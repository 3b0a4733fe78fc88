package org.pergola.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What EclipseLink asks for connections: it gets the one of the thread's transaction. */
final class UnitDataSource implements DataSource {

    private final Transactions transactions;

    UnitDataSource(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return transactions.connection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The platform alone knows who connects.");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return transactions.pool().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("Logging is SLF4J's.");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pool's time limits are settings of the platform.");
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return transactions.pool().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Logging is SLF4J's.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return transactions.pool().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return transactions.pool().isWrapperFor(type);
    }
}
