package org.pergola.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs.Blob;
import org.pergola.api.text.Text;

/**
 * Opens a zip that a stranger made. Names, kinds and numbers of all entries are checked before the first is read,
 * and every byte that comes out is counted, whatever the archive says of itself.
 */
final class ArchiveReader {

    private static final int LINK = 0xA000;
    private static final int KIND = 0xF000;

    /** Stored, deflated, deflated with a larger window. */
    private static final Set<Integer> METHODS = Set.of(0, 8, 9);

    private final BlobFolder blobs;
    private final ArchiveLimits limits;

    ArchiveReader(BlobFolder blobs, ArchiveLimits limits) {
        this.blobs = blobs;
        this.limits = limits;
    }

    /**
     * Stores the files of the zip.
     *
     * @param name what the person calls it
     * @return path to blob
     * @throws Refused naming the zip, the entry and the reason; nothing is stored then
     */
    SortedMap<String, Blob> read(String name, InputStream zip) {
        Path file = blobs.temporary();
        try {
            long size = copy(name, zip, file);
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                requireFewEntries(name, EndRecord.count(channel, limits.entries()));
            }
            try (ZipFile opened = ZipFile.builder().setPath(file).setUseUnicodeExtraFields(false)
                    .setCharset(StandardCharsets.UTF_8).get();
                    BlobFolder.Staging staging = blobs.stage()) {
                SortedMap<String, Blob> files = new EntryStore(name, opened, staging, limits.allowed(size))
                        .store(checked(name, opened, limits.allowed(size)));
                staging.keep();
                return files;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.invalid(Text.of("kernel.archive.broken", name)).because(e);
        } finally {
            BlobFolder.delete(file);
        }
    }

    private long copy(String name, InputStream zip, Path file) {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                size += read;
                if (size > limits.upload()) {
                    throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.archive.upload", name,
                            BlobFolder.megabytes(limits.upload())));
                }
                out.write(buffer, 0, read);
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException("The upload of " + name + " was broken off", e);
        }
    }

    private void requireFewEntries(String name, Optional<Integer> count) {
        int entries = count.orElseThrow(() -> Refused.invalid(Text.of("kernel.archive.none", name)));
        if (entries > limits.entries()) {
            throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.archive.many", name, limits.entries()));
        }
    }

    /** A file of the zip under its checked name. */
    record Named(String path, ZipArchiveEntry entry) {
    }

    private static List<Named> checked(String name, ZipFile zip, long allowed) {
        EntryNames names = new EntryNames();
        List<Named> files = new ArrayList<>();
        long declared = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String path = EntryNames.decode(entry.getRawName(), entry.getGeneralPurposeBit()
                    .usesUTF8ForNames()).orElseThrow(() -> fault(name, entry.getName(), "kernel.archive.control"));
            names.fault(path).ifPresent(key -> {
                throw fault(name, path, key);
            });
            requirePlain(name, path, entry, zip);
            declared += Math.max(0, entry.getSize());
            if (declared > allowed) {
                throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.archive.bomb", name, path,
                        BlobFolder.megabytes(allowed)));
            }
            if (!path.endsWith("/")) {
                files.add(new Named(path, entry));
            }
        }
        return files;
    }

    private static void requirePlain(String name, String path, ZipArchiveEntry entry, ZipFile zip) {
        int kind = (int) (entry.getExternalAttributes() >>> 16) & KIND;
        if (entry.isUnixSymlink() || kind == LINK) {
            throw fault(name, path, "kernel.archive.link");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw fault(name, path, "kernel.archive.encrypted");
        }
        if (!METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
            throw fault(name, path, "kernel.archive.method");
        }
    }

    static Refused fault(String name, String path, String key) {
        return Refused.invalid(Text.of(key, name, printable(path)));
    }

    private static String printable(String path) {
        String shown = path.codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return shown.length() <= 200 ? shown : shown.substring(0, 200) + "...";
    }
}
