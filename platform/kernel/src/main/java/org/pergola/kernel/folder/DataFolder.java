package org.pergola.kernel.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where {@code --data} points, and files in it that only the owner of the process may read. */
public final class DataFolder {

    private static final String PROPERTY = "pergola.data";

    private final Path root;

    public DataFolder(Path root) {
        this.root = root;
    }

    /** As the start script says. */
    public static DataFolder ofProcess() {
        return new DataFolder(Path.of(System.getProperty(PROPERTY, "data")).toAbsolutePath());
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** Writes the whole file or nothing, readable by the owner alone from its first byte on. */
    public void writeSecret(String name, byte[] content) {
        try {
            Files.createDirectories(root);
            Path fresh = posix() ? Files.createTempFile(root, "." + name, "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(root, "." + name, "");
            Files.write(fresh, content);
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be written into " + root, e);
        }
    }

    public void writeSecret(String name, String content) {
        writeSecret(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
