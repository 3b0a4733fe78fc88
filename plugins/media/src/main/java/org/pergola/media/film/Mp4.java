package org.pergola.media.film;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The boxes of an MP4 file (ISO 14496-12): the length stands in the movie's header, or, where the film was cut into
 * fragments, in its index.
 */
final class Mp4 {

    private static final int MOST_OF_A_BOX = 64 * 1024 * 1024;
    private static final int DEEPEST = 8;

    private final DataInputStream file;
    private boolean pictures;
    private double seconds;

    Mp4(InputStream file) {
        this.file = new DataInputStream(file);
    }

    static boolean begins(byte[] first) {
        return first.length >= 8 && new String(first, 4, 4, StandardCharsets.US_ASCII).equals("ftyp");
    }

    Film.Tracks read() throws IOException {
        boolean movie = false;
        for (int first = file.read(); first >= 0; first = file.read()) {
            long size = (long) first << 24 | file.readUnsignedByte() << 16 | file.readUnsignedShort();
            String type = type(file.readInt());
            long head = 8;
            if (size == 1) {
                size = file.readLong();
                head = 16;
            }
            if (size == 0) {
                break;
            }
            if (size < head) {
                throw new Film.Broken("the box " + type + " has " + size + " bytes");
            }
            movie |= type.equals("moov");
            take(type, size - head);
        }
        if (!movie) {
            throw new Film.Broken("there is no box moov");
        }
        return new Film.Tracks(pictures, seconds > 0 ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty());
    }

    private void take(String type, long size) throws IOException {
        if (!type.equals("moov") && !type.equals("sidx")) {
            file.skipNBytes(size);
            return;
        }
        if (size > MOST_OF_A_BOX) {
            throw new Film.Broken("the box " + type + " has " + size + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        file.readFully(bytes);
        ByteBuffer content = ByteBuffer.wrap(bytes);
        try {
            if (type.equals("sidx")) {
                index(content);
            } else {
                children(content, 1, this::inMovie);
            }
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw (IOException) new Film.Broken("the box " + type + " is cut").initCause(cut);
        }
    }

    private static void children(ByteBuffer content, int depth, BiConsumer<String, ByteBuffer> each) {
        while (content.remaining() >= 8 && depth < DEEPEST) {
            int size = content.getInt();
            String type = type(content.getInt());
            if (size < 8) {
                return;
            }
            ByteBuffer child = content.slice(content.position(), size - 8);
            content.position(content.position() + size - 8);
            if (type.equals("trak") || type.equals("mdia") || type.equals("mvex")) {
                children(child, depth + 1, each);
            } else {
                each.accept(type, child);
            }
        }
    }

    private void inMovie(String type, ByteBuffer box) {
        switch (type) {
            case "mvhd" -> header(box);
            case "hdlr" -> pictures |= type(box.getInt(8)).equals("vide");
            default -> {
                // nothing that is asked for
            }
        }
    }

    /** The scale and the length stand behind two dates, whose width the version tells. */
    private void header(ByteBuffer box) {
        if (box.get(0) == 1) {
            longest(box.getLong(24), box.getInt(20));
        } else {
            longest(box.getInt(16) & 0xFFFFFFFFL, box.getInt(12));
        }
    }

    private void index(ByteBuffer box) {
        boolean wide = box.get(0) == 1;
        int scale = box.getInt(8);
        int at = wide ? 28 : 20;
        int parts = box.getShort(at + 2) & 0xFFFF;
        long ticks = 0;
        for (int part = 0; part < parts; part++) {
            ticks += box.getInt(at + 4 + part * 12 + 4) & 0xFFFFFFFFL;
        }
        longest(ticks, scale);
    }

    private void longest(long ticks, int scale) {
        if (scale > 0 && ticks > 0 && ticks != 0xFFFFFFFFL) {
            seconds = Math.max(seconds, (double) ticks / scale);
        }
    }

    private static String type(int four) {
        return new String(ByteBuffer.allocate(4).putInt(four).array(), StandardCharsets.ISO_8859_1);
    }
}
