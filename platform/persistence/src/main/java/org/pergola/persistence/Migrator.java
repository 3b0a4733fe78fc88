package org.pergola.persistence;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scripts by Flyway, with a history for each plugin. */
final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private final Transactions transactions;

    Migrator(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * @param history the table that remembers what has run
     * @throws Refused naming the script that failed
     */
    synchronized void run(String owner, String history, List<URL> scripts) {
        if (scripts.isEmpty()) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Migrator.class.getClassLoader());
        try {
            int count = flyway(history, scripts).migrate().migrationsExecuted;
            if (count > 0) {
                LOG.info("{} scripts of {} have run", count, owner);
            }
        } catch (FlywayException e) {
            throw refusal(owner, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Flyway flyway(String history, List<URL> scripts) {
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(transactions.pool())
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .table(history)
                .placeholders(placeholders())
                // other plugins' tables are there before a plugin's first script
                .baselineOnMigrate(true).baselineVersion("0")
                // a script that came later with a lower number, and those of a newer version before a step back
                .outOfOrder(true).ignoreMigrationPatterns("*:missing", "*:future")
                .createSchemas(false)
                .group(true)
                .load();
    }

    private Map<String, String> placeholders() {
        Map<String, String> placeholders = new HashMap<>(transactions.dialect().columnTypes());
        placeholders.put("bytewise", transactions.dialect() == Dialect.POSTGRES ? "COLLATE \"C\"" : "");
        return placeholders;
    }

    private static Refused refusal(String owner, FlywayException e) {
        String script = owner;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayMigrateException failed && failed.getMigration() != null) {
                script = failed.getMigration().getScript();
            }
        }
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String reason = String.valueOf(innermost.getMessage()).strip();
        return Refused.invalid(Text.of("persistence.script.failed", owner, script, reason)).because(e);
    }
}
