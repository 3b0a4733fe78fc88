package org.pergola.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder of everything that changes. Its {@code cache} is thrown away at each start: what runs is rebuilt from the
 * distribution and the desired state, never from what a former process left behind.
 */
final class DataFolder {

    /** Less than this and the first import or log line may fail. */
    private static final long NEEDED_BYTES = 256L << 20;

    private final Path folder;

    /** Kept for as long as the process lives: a file that nobody refers to is closed, and its lock with it. */
    private RandomAccessFile lockFile;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates what is missing, takes the folder for this process and empties the cache.
     *
     * @throws CannotStart when it cannot be used, or another process has it
     */
    static DataFolder open(Path folder) {
        DataFolder data = new DataFolder(folder);
        try {
            data.create();
            data.lock();
            data.requireSpace();
            delete(data.cache());
            for (String each : new String[] {"cache", "cache/tmp", "etc", "log", "plugins"}) {
                Files.createDirectories(folder.resolve(each));
            }
            Files.deleteIfExists(data.startFailure());
            return data;
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " cannot be used: " + e + ".", e);
        }
    }

    private void create() throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CannotStart("The data folder " + folder + " is not a folder that this user can write to.");
        }
    }

    private void lock() throws IOException {
        lockFile = new RandomAccessFile(folder.resolve(".lock").toFile(), "rw");
        FileLock lock = lockFile.getChannel().tryLock();
        if (lock == null) {
            lockFile.close();
            throw new CannotStart("Another Pergola runs on the data folder " + folder
                    + "; stop it, or take another folder with --data.");
        }
    }

    private void requireSpace() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CannotStart("The disk of " + folder + " is full: " + (free >> 20) + " MB are left, and Pergola needs "
                    + (NEEDED_BYTES >> 20) + " MB to start.");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path path() {
        return folder;
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Path temporary() {
        return cache().resolve("tmp");
    }

    /** Karaf's etc for this one run. */
    Path effectiveEtc() {
        return cache().resolve("etc");
    }

    /** The settings that the machine's owner wrote. */
    Path ownEtc() {
        return folder.resolve("etc");
    }

    Path log() {
        return folder.resolve("log");
    }

    /** Where the platform says in a sentence why it gave up. */
    Path startFailure() {
        return log().resolve("start-failure");
    }

    /** The secret of the command line, written by the kernel. */
    static Path token(Path folder) {
        return folder.resolve("token");
    }

    /** Where the running server is reached; gone when none runs. */
    static Path running(Path folder) {
        return folder.resolve("cache").resolve("running");
    }

    /** The password that was made up for the first administrator: read once, then gone. */
    Optional<String> takeAdministratorPassword() {
        Path file = folder.resolve("admin-password");
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            String password = Files.readString(file).strip();
            Files.delete(file);
            return Optional.of(password);
        } catch (IOException e) {
            throw new CannotStart("The first password in " + file + " cannot be read: " + e + ".", e);
        }
    }
}
