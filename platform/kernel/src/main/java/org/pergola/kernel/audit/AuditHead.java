package org.pergola.kernel.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.pergola.kernel.folder.DataFolder;

/**
 * How long the chain was and what it ended in, kept outside the database: a tail that was cut off leaves a chain
 * that is whole.
 *
 * @param rows the position of the last row
 * @param hash its hash
 */
record AuditHead(long rows, String hash) {

    private static final String FILE = "audit-head";

    /** Empty where none was written yet, or what is there is none. */
    static Optional<AuditHead> read(DataFolder folder) {
        if (Files.notExists(folder.file(FILE))) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(folder.file(FILE)).strip().split(" ");
            return parts.length == 2 && parts[0].matches("\\d{1,18}")
                    ? Optional.of(new AuditHead(Long.parseLong(parts[0]), parts[1])) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(DataFolder folder) {
        folder.writeSecret(FILE, rows + " " + hash + System.lineSeparator());
    }
}
