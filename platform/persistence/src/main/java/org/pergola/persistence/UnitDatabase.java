package org.pergola.persistence;

import jakarta.persistence.EntityManager;
import org.jooq.DSLContext;
import org.pergola.api.data.Database;
import org.pergola.api.data.Tx;

/** The database as one bundle sees it. */
final class UnitDatabase implements Database, AutoCloseable {

    private final Transactions transactions;
    private final PersistenceUnit unit;
    private final WorkGate gate = new WorkGate();

    UnitDatabase(Transactions transactions, PersistenceUnit unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    @Override
    public <T> T read(Work<T> work) {
        return gate.inside(() -> transactions.read(transaction -> work.with(new UnitTx(transaction, unit))));
    }

    @Override
    public <T> T write(Work<T> work) {
        return gate.inside(() -> transactions.write(transaction -> work.with(new UnitTx(transaction, unit))));
    }

    @Override
    public boolean writing() {
        return transactions.writing();
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    /** What keeps work out while the bundle is swapped. */
    WorkGate gate() {
        return gate;
    }

    @Override
    public void close() {
        unit.close();
    }

    private record UnitTx(Transaction transaction, PersistenceUnit unit) implements Tx {

        @Override
        public EntityManager em() {
            return transaction.em(unit);
        }

        @Override
        public DSLContext sql() {
            return transaction.sql(unit);
        }
    }
}
