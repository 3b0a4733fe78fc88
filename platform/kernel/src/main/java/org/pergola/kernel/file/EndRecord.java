package org.pergola.kernel.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * Counts the entries of a zip before anybody reads its directory into memory: by walking the headers, since the
 * number that an archive gives itself may be a lie.
 */
final class EndRecord {

    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private EndRecord() {
    }

    /**
     * How many entries there are, counted to one more than the limit.
     *
     * @return empty where this is no zip
     */
    static Optional<Integer> count(SeekableByteChannel zip, int limit) throws IOException {
        if (!startsAsZip(zip)) {
            return Optional.empty();
        }
        long size = zip.size();
        int tail = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
        ByteBuffer end = read(zip, size - tail, tail);
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (end.getInt(at) == END) {
                return Optional.of(walk(zip, directory(zip, end, at), limit));
            }
        }
        return Optional.empty();
    }

    private static boolean startsAsZip(SeekableByteChannel zip) throws IOException {
        if (zip.size() < END_LENGTH) {
            return false;
        }
        ByteBuffer start = read(zip, 0, 4);
        return start.get(0) == 'P' && start.get(1) == 'K'
                && (start.get(2) == 3 && start.get(3) == 4 || start.get(2) == 5 && start.get(3) == 6);
    }

    private static long directory(SeekableByteChannel zip, ByteBuffer end, int at) throws IOException {
        long offset = Integer.toUnsignedLong(end.getInt(at + 16));
        if (at >= LOCATOR_LENGTH && end.getInt(at - LOCATOR_LENGTH) == END_64_LOCATOR) {
            long record = end.getLong(at - LOCATOR_LENGTH + 8);
            if (record >= 0 && record + 56 <= zip.size()) {
                return read(zip, record, 56).getLong(48);
            }
        }
        return offset;
    }

    private static int walk(SeekableByteChannel zip, long directory, int limit) throws IOException {
        long at = directory;
        int count = 0;
        while (count <= limit && at >= 0 && at + ENTRY_LENGTH <= zip.size()) {
            ByteBuffer header = read(zip, at, ENTRY_LENGTH);
            if (header.getInt(0) != ENTRY) {
                return count;
            }
            count++;
            at += ENTRY_LENGTH + Short.toUnsignedInt(header.getShort(28)) + Short.toUnsignedInt(header.getShort(30))
                    + Short.toUnsignedInt(header.getShort(32));
        }
        return count;
    }

    private static ByteBuffer read(SeekableByteChannel zip, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        zip.position(at);
        while (buffer.hasRemaining() && zip.read(buffer) >= 0) {
            // until it is full or the file ends
        }
        return buffer.clear().order(ByteOrder.LITTLE_ENDIAN);
    }
}
