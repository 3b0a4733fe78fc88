package org.pergola.kernel.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Blobs.Blob;
import org.pergola.api.text.Text;

/** Stores the checked entries of one zip, counting what comes out of all of them together. */
final class EntryStore {

    private final String name;
    private final ZipFile zip;
    private final BlobFolder.Staging staging;
    private final long allowed;
    private long total;

    EntryStore(String name, ZipFile zip, BlobFolder.Staging staging, long allowed) {
        this.name = name;
        this.zip = zip;
        this.staging = staging;
        this.allowed = allowed;
    }

    SortedMap<String, Blob> store(List<ArchiveReader.Named> files) {
        SortedMap<String, Blob> stored = new TreeMap<>();
        for (ArchiveReader.Named file : files) {
            stored.put(file.path(), store(file.path(), file.entry()));
        }
        return stored;
    }

    private Blob store(String path, ZipArchiveEntry entry) {
        CRC32 sum = new CRC32();
        Blob blob;
        try (InputStream raw = zip.getInputStream(entry);
                InputStream counted = new Counted(new CheckedInputStream(raw, sum), path)) {
            blob = staging.add(counted, Long.MAX_VALUE);
        } catch (IOException e) {
            throw ArchiveReader.fault(name, path, "kernel.archive.damaged").because(e);
        } catch (UncheckedIOException e) {
            throw damagedOrDisk(path, e);
        }
        if (blob.size() != entry.getSize() || sum.getValue() != entry.getCrc()) {
            throw ArchiveReader.fault(name, path, "kernel.archive.damaged");
        }
        return blob;
    }

    /** What the zip's own stream throws is its fault; what the disk throws is ours. */
    private RuntimeException damagedOrDisk(String path, UncheckedIOException e) {
        return e.getCause() instanceof Unreadable
                ? ArchiveReader.fault(name, path, "kernel.archive.damaged").because(e) : e;
    }

    private static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause);
        }
    }

    private final class Counted extends FilterInputStream {

        private final String path;

        Counted(InputStream in, String path) {
            super(in);
            this.path = path;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, offset, length);
            } catch (IOException e) {
                throw new Unreadable(e);
            }
            total += Math.max(0, read);
            if (total > allowed) {
                throw new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.archive.bomb", name, path,
                        BlobFolder.megabytes(allowed)));
            }
            return read;
        }
    }
}
