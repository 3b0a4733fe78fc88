package org.pergola.kernel.job;

import org.pergola.kernel.work.KernelStore;

class PostgresJobsTest extends JobContract {

    @Override
    KernelStore open() {
        return KernelStore.postgres();
    }
}
