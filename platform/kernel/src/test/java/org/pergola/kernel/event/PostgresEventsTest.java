package org.pergola.kernel.event;

import org.pergola.kernel.work.KernelStore;

class PostgresEventsTest extends EventContract {

    @Override
    KernelStore open() {
        return KernelStore.postgres();
    }
}
