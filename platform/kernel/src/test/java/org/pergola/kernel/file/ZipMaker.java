package org.pergola.kernel.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zips, good and bad. */
final class ZipMaker {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    ZipMaker file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    ZipMaker file(String path, byte[] content) {
        return entry(new ZipArchiveEntry(path), content);
    }

    ZipMaker link(String path, String target) {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        entry.setUnixMode(0120777);
        return entry(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    private ZipMaker entry(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zeros, made on the way. */
    ZipMaker zeros(String path, long size) {
        try {
            zip.putArchiveEntry(new ZipArchiveEntry(path));
            byte[] block = new byte[1 << 20];
            for (long left = size; left > 0; left -= block.length) {
                zip.write(block, 0, (int) Math.min(left, block.length));
            }
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] done() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a value into a header that the archive has several of: at an offset behind each signature. */
    static byte[] patched(byte[] zip, int signature, int offset, byte... value) {
        ByteBuffer buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (buffer.getInt(at) == signature) {
                buffer.put(at + offset, value);
            }
        }
        return buffer.array();
    }

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
}
