package org.pergola.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;

/**
 * New connections for the pool. Derby makes the parser of a connection for the first statement that it has to compile,
 * and keeps it as long as the connection lives; in the parser is an error made beforehand, which holds the classes that
 * were on the stack. The first statement is therefore ours, on the pool's own thread: were it a plugin's, the
 * connection would keep the plugin's classes in memory long after it was replaced.
 */
final class DerbyConnections implements DataSource {

    /** Of the engine, as its cache of statements is. */
    private static final AtomicLong NUMBER = new AtomicLong();

    private final String url;

    DerbyConnections(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = new AutoloadedDriver().connect(url, new Properties());
        // each of another text: Derby does not compile what it knows from another connection
        try (Statement first = connection.createStatement()) {
            first.execute("VALUES " + NUMBER.incrementAndGet());
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("A database within the process knows no users.");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("Logging is SLF4J's.");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("Logging is SLF4J's.");
    }

    /** The pool sets one; there is nothing to wait for within the process. */
    @Override
    public void setLoginTimeout(int seconds) {
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Logging is SLF4J's.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("This is no " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
