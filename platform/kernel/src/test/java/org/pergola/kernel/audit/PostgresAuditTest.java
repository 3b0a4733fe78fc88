package org.pergola.kernel.audit;

import org.pergola.kernel.work.KernelStore;

class PostgresAuditTest extends AuditContract {

    @Override
    KernelStore open() {
        return KernelStore.postgres();
    }
}
