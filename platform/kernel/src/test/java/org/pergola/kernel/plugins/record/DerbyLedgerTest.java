package org.pergola.kernel.plugins.record;

import java.nio.file.Path;
import org.pergola.persistence.TestDatabase;

class DerbyLedgerTest extends LedgerContract {

    @Override
    TestDatabase open(Path folder) {
        return TestDatabase.derby(folder);
    }
}
