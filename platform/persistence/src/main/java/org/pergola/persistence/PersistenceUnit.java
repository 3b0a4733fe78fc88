package org.pergola.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.config.SystemProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/** The entities of one bundle, and the factory for them, made when first asked for. */
final class PersistenceUnit implements AutoCloseable {

    private final String name;
    private final ClassLoader loader;
    private final List<String> entities;
    private final Transactions transactions;
    private final Configuration jooq;
    private EntityManagerFactory factory;
    private boolean closed;

    PersistenceUnit(String name, ClassLoader loader, List<String> entities, Transactions transactions) {
        this.name = name;
        this.loader = loader;
        this.entities = List.copyOf(entities);
        this.transactions = transactions;
        this.jooq = new DefaultConfiguration().set(transactions.dialect().jooq()).set(new Settings()
                .withRenderQuotedNames(RenderQuotedNames.NEVER)
                .withRenderSchema(false)
                .withExecuteLogging(false)
                .withReflectionCaching(false));
    }

    EntityManager open() {
        EntityManager manager = factory().createEntityManager();
        manager.setFlushMode(FlushModeType.AUTO);
        manager.getTransaction().begin();
        return manager;
    }

    /** jOOQ on the transaction's connection. Each statement sees what entity managers have pending. */
    DSLContext sql(Transaction transaction) {
        return DSL.using(jooq.derive(new DefaultConnectionProvider(transaction.lent()))
                .deriveAppending(new BeforeStatements(transaction)));
    }

    private synchronized EntityManagerFactory factory() {
        if (entities.isEmpty()) {
            throw new IllegalStateException("The bundle " + name + " has no entities: its manifest has no header "
                    + "Pergola-Entities. Use Tx.sql(), or build it with the parent that writes the header.");
        }
        if (closed) {
            throw new IllegalStateException("The persistence unit of " + name + " was closed with its bundle.");
        }
        if (factory == null) {
            factory = create();
        }
        return factory;
    }

    private EntityManagerFactory create() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        UnitClassLoader both = new UnitClassLoader(loader);
        thread.setContextClassLoader(both);
        try {
            return new PersistenceProvider().createContainerEntityManagerFactory(
                    new UnitInfo(name, entities, both, new UnitDataSource(transactions)), properties(both));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Object> properties(ClassLoader both) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(PersistenceUnitProperties.TARGET_DATABASE, transactions.dialect().eclipseLinkPlatform());
        properties.put(PersistenceUnitProperties.WEAVING, "false");
        properties.put(SystemProperties.ARCHIVE_FACTORY, NoArchives.class.getName());
        properties.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        properties.put(PersistenceUnitProperties.DDL_GENERATION, "none");
        properties.put(PersistenceUnitProperties.SESSION_NAME, name + "-" + System.identityHashCode(this));
        properties.put(PersistenceUnitProperties.CLASSLOADER, both);
        if (transactions.dialect() == Dialect.DERBY) {
            properties.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, UuidsAsText.class.getName());
        }
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
        return properties;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }

    /** Flushes before each statement, and keeps a read from writing. */
    private record BeforeStatements(Transaction transaction) implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            if (!transaction.writes()
                    && (context.type() == ExecuteType.WRITE || context.type() == ExecuteType.DDL)) {
                throw new IllegalStateException("A statement that writes stands inside Database.read; "
                        + "use Database.write.");
            }
            transaction.flush();
        }
    }
}
