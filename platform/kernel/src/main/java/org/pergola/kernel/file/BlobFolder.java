package org.pergola.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs;
import org.pergola.api.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blobs as files: {@code ab/cd/abcd...}, written beside, forced to disk, and renamed. */
public final class BlobFolder implements Blobs {

    private static final Logger LOG = LoggerFactory.getLogger(BlobFolder.class);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;

    private static final int REMEMBERED = 100_000;

    private final Path root;
    private final Path unfinished;

    /** Blobs that were new when they were stored and that nobody has stored again since: these can be taken back. */
    private final Set<String> fresh = new HashSet<>();

    /** What was left unfinished by a process that died is cleared. */
    public BlobFolder(Path root) {
        this.root = root;
        this.unfinished = root.resolve("unfinished");
        try {
            Files.createDirectories(unfinished);
            try (Stream<Path> left = Files.list(unfinished)) {
                left.forEach(BlobFolder::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + root + " cannot be used", e);
        }
    }

    @Override
    public Blob put(InputStream bytes, long limit) {
        try (Staging staging = stage()) {
            Blob blob = staging.add(bytes, limit);
            staging.keep();
            return blob;
        }
    }

    @Override
    public <T> Kept<T> put(InputStream bytes, long limit, Function<Staged, T> look) {
        try (Staging staging = stage()) {
            Blob blob = staging.add(bytes, limit);
            T seen = look.apply(staging.unkept(blob));
            staging.keep();
            return new Kept<>(blob, seen);
        }
    }

    @Override
    public Optional<InputStream> open(String hash) {
        if (!HASH.matcher(hash).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + hash + " cannot be read", e);
        }
    }

    @Override
    public Optional<Blob> find(String hash) {
        if (!HASH.matcher(hash).matches() || Files.notExists(file(hash))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Blob(hash, Files.size(file(hash))));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + hash + " cannot be read", e);
        }
    }

    private Path file(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
    }

    /** Takes back what a package brought that is not wanted after all, but nothing that was there before or came again. */
    void discard(Collection<Blob> unwanted) {
        synchronized (fresh) {
            unwanted.stream().map(Blob::hash).filter(fresh::remove).forEach(hash -> delete(file(hash)));
        }
    }

    /** Files that become blobs together, or not at all. */
    Staging stage() {
        return new Staging();
    }

    /** A file for the length of a call: the caller deletes it. */
    Path temporary() {
        try {
            return Files.createTempFile(unfinished, "", "");
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can be written into " + unfinished, e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", file, e);
        }
    }

    final class Staging implements AutoCloseable {

        private record Unkept(Path file, Blob blob) implements Staged {

            @Override
            public InputStream open() {
                try {
                    return Files.newInputStream(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("A file that was uploaded cannot be read", e);
                }
            }
        }

        private final List<Unkept> staged = new ArrayList<>();

        /** @throws Refused (too large) past the limit in bytes */
        Blob add(InputStream bytes, long limit) {
            Path file = temporary();
            try {
                Blob blob = write(bytes, limit, file);
                staged.add(new Unkept(file, blob));
                return blob;
            } catch (IOException e) {
                delete(file);
                throw new UncheckedIOException("A file could not be stored", e);
            } catch (RuntimeException e) {
                delete(file);
                throw e;
            }
        }

        Staged unkept(Blob blob) {
            return staged.stream().filter(one -> one.blob.equals(blob)).findFirst().orElseThrow();
        }

        private static Blob write(InputStream bytes, long limit, Path file) throws IOException {
            MessageDigest sha = sha256();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    size += read;
                    if (size > limit) {
                        throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.file.too-large", megabytes(limit)));
                    }
                    sha.update(buffer, 0, read);
                    ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
                    while (part.hasRemaining()) {
                        channel.write(part);
                    }
                }
                channel.force(true);
            }
            return new Blob(HexFormat.of().formatHex(sha.digest()), size);
        }

        /** Gives everything its name. */
        void keep() {
            for (Unkept one : staged) {
                Path target = file(one.blob.hash());
                try {
                    Files.createDirectories(target.getParent());
                    name(one, target);
                } catch (IOException e) {
                    throw new UncheckedIOException("The file " + target + " could not be stored", e);
                }
            }
        }

        private void name(Unkept one, Path target) throws IOException {
            synchronized (fresh) {
                if (Files.exists(target)) {
                    fresh.remove(one.blob.hash());
                } else {
                    Files.move(one.file, target, StandardCopyOption.ATOMIC_MOVE);
                    if (fresh.size() < REMEMBERED) {
                        fresh.add(one.blob.hash());
                    }
                }
            }
        }

        /** Deletes what was not kept. */
        @Override
        public void close() {
            staged.forEach(one -> delete(one.file));
        }
    }

    static long megabytes(long bytes) {
        return Math.max(1, bytes / (1024 * 1024));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
