package org.pergola.kernel.job;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.kernel.work.KernelStore;

class DerbyJobsTest extends JobContract {

    @TempDir
    static Path folder;

    @Override
    KernelStore open() {
        return KernelStore.derby(folder);
    }
}
