package org.pergola.kernel.event;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.kernel.work.KernelStore;

class DerbyEventsTest extends EventContract {

    @TempDir
    static Path folder;

    @Override
    KernelStore open() {
        return KernelStore.derby(folder);
    }
}
