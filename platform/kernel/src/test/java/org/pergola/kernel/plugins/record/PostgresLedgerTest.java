package org.pergola.kernel.plugins.record;

import java.nio.file.Path;
import org.pergola.persistence.TestDatabase;

class PostgresLedgerTest extends LedgerContract {

    @Override
    TestDatabase open(Path folder) {
        return TestDatabase.postgres();
    }
}
