package org.pergola.media.film;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of a WebM file (Matroska, RFC 9559). What was recorded live says no length and no sizes of its
 * clusters; then the time of the last block is the length.
 */
final class WebM {

    private static final int HEAD = 0x1A45DFA3;
    private static final int DOCUMENT = 0x4282;
    private static final int SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int TRACK_KIND = 0x83;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int BLOCK = 0xA1;
    private static final int SIMPLE_BLOCK = 0xA3;

    /** What only holds others: gone into, never measured. Segment, info, tracks, track, cluster, group of blocks. */
    private static final Set<Integer> FOLDERS = Set.of(HEAD, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, CLUSTER, 0xA0);

    private static final long UNKNOWN = -1;
    private static final int PICTURES = 1;

    private final DataInputStream file;
    private boolean named;
    private boolean pictures;
    private boolean clusters;
    private long scale = 1_000_000;
    private double duration;
    private long clusterTime;
    private long lastBlock;

    WebM(InputStream file) {
        this.file = new DataInputStream(file);
    }

    static boolean begins(byte[] first) {
        return first.length >= 4 && (first[0] & 0xFF) == 0x1A && (first[1] & 0xFF) == 0x45 && (first[2] & 0xFF) == 0xDF
                && (first[3] & 0xFF) == 0xA3;
    }

    Film.Tracks read() throws IOException {
        for (int first = file.read(); first >= 0; first = file.read()) {
            int id = id(first);
            long size = size(file.readUnsignedByte());
            clusters |= id == CLUSTER;
            if (!FOLDERS.contains(id)) {
                if (size == UNKNOWN) {
                    throw new Film.Broken("an element of unknown size");
                }
                take(id, size);
            }
        }
        if (!named || !clusters) {
            throw new Film.Broken("it is no WebM, or nothing is in it");
        }
        double ticks = duration > 0 ? duration : lastBlock;
        return new Film.Tracks(pictures, ticks > 0 ? Optional.of(Duration.ofMillis(Math.round(ticks * scale / 1e6)))
                : Optional.empty());
    }

    private void take(int id, long size) throws IOException {
        switch (id) {
            case DOCUMENT -> named = text(size).equals("webm");
            case SCALE -> scale = number(size);
            case DURATION -> duration = size == 4 ? file.readFloat() : size == 8 ? file.readDouble() : skipped(size);
            case TRACK_KIND -> pictures |= number(size) == PICTURES;
            case CLUSTER_TIME -> clusterTime = number(size);
            case BLOCK, SIMPLE_BLOCK -> block(size);
            default -> file.skipNBytes(size);
        }
    }

    /** The number of its track, then its time from that of the cluster. */
    private void block(long size) throws IOException {
        int first = file.readUnsignedByte();
        int more = width(first) - 1;
        file.skipNBytes(more);
        lastBlock = Math.max(lastBlock, clusterTime + file.readShort());
        file.skipNBytes(size - 3 - more);
    }

    private double skipped(long size) throws IOException {
        file.skipNBytes(size);
        return 0;
    }

    private String text(long size) throws IOException {
        if (size > 100) {
            throw new Film.Broken("a text of " + size + " bytes");
        }
        return new String(file.readNBytes((int) size), StandardCharsets.US_ASCII).replace("\0", "");
    }

    private long number(long size) throws IOException {
        if (size > 8) {
            throw new Film.Broken("a number of " + size + " bytes");
        }
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | file.readUnsignedByte();
        }
        return number;
    }

    private int id(int first) throws IOException {
        int id = first;
        int width = width(first);
        if (width > 4) {
            throw new Film.Broken("an element without a name");
        }
        for (int i = 1; i < width; i++) {
            id = id << 8 | file.readUnsignedByte();
        }
        return id;
    }

    private long size(int first) throws IOException {
        int width = width(first);
        long size = first & (0xFF >> width);
        boolean ones = size == 0xFF >> width;
        for (int i = 1; i < width; i++) {
            int next = file.readUnsignedByte();
            ones &= next == 0xFF;
            size = size << 8 | next;
        }
        return ones ? UNKNOWN : size;
    }

    /** Bytes of a number that tells its width by the zeros before its first one. */
    private static int width(int first) throws Film.Broken {
        if (first == 0) {
            throw new Film.Broken("a number without a width");
        }
        return Integer.numberOfLeadingZeros(first) - 23;
    }
}
