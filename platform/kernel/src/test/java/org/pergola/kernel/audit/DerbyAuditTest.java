package org.pergola.kernel.audit;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.kernel.work.KernelStore;

class DerbyAuditTest extends AuditContract {

    @TempDir
    static Path folder;

    @Override
    KernelStore open() {
        return KernelStore.derby(folder);
    }
}
