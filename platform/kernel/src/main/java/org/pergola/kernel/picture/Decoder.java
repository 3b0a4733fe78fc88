package org.pergola.kernel.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * From the bytes that somebody uploaded to pixels, upright. The size is looked at before the first pixel is decoded,
 * and a large picture is read with gaps, so that memory follows what is kept and not what is sent. One at a time.
 */
final class Decoder {

    /** Ten times what a screen shows; some cameras make that many. */
    static final long MOST_PIXELS = 50_000_000;

    /** What is read of a larger one: twice as wide as it is kept, so that little is lost to the gaps. */
    private static final double ENOUGH_PIXELS = 2.0 * Renditions.WIDEST * 1.5 * Renditions.WIDEST;

    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore turn = new Semaphore(1, true);

    /** The file as the reader wants it, without a copy. */
    private static final class Bytes extends ImageInputStreamImpl {

        private final byte[] file;

        Bytes(byte[] file) {
            this.file = file;
        }

        @Override
        public int read() {
            bitOffset = 0;
            return streamPos < file.length ? file[(int) streamPos++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            bitOffset = 0;
            if (streamPos >= file.length) {
                return -1;
            }
            int count = (int) Math.min(length, file.length - streamPos);
            System.arraycopy(file, (int) streamPos, into, offset, count);
            streamPos += count;
            return count;
        }

        @Override
        public long length() {
            return file.length;
        }
    }

    /**
     * @param name what the person calls the file
     * @throws Refused (invalid) naming the file and what is wrong with it
     */
    BufferedImage decode(String name, byte[] file) {
        Format format = Format.of(file).orElseThrow(() -> unknown(name, file));
        if (Suspicion.of(file)) {
            throw Refused.invalid(Text.of("kernel.picture.double", name));
        }
        takeTurn();
        try {
            return decode(name, file, format);
        } finally {
            turn.release();
        }
    }

    private static Refused unknown(String name, byte[] file) {
        return Refused.invalid(Text.of(Suspicion.of(file) ? "kernel.picture.drawing" : "kernel.picture.none", name));
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(Refused.Kind.UNAVAILABLE, Text.of("kernel.picture.busy"));
    }

    private static BufferedImage decode(String name, byte[] file, Format format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (ImageInputStream bytes = new Bytes(file)) {
            reader.setInput(bytes, false, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            requireFew(name, Math.max(width, screen(file, format, 6)), Math.max(height, screen(file, format, 8)));
            ImageReadParam gaps = reader.getDefaultReadParam();
            int step = Math.max(1, (int) Math.sqrt((double) width * height / ENOUGH_PIXELS));
            gaps.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = Renditions.plain(reader.read(0, gaps));
            return format == Format.JPEG ? Orientation.of(file).upright(read) : read;
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refused refused) {
                throw refused;
            }
            throw Refused.invalid(Text.of("kernel.picture.broken", name)).because(broken);
        } finally {
            reader.dispose();
        }
    }

    /** A GIF says the size of its screen apart from that of its frames. */
    private static int screen(byte[] file, Format format, int at) {
        return format == Format.GIF && file.length > at + 1 ? (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8 : 0;
    }

    private static void requireFew(String name, int width, int height) {
        if ((long) width * height > MOST_PIXELS) {
            throw Refused.invalid(Text.of("kernel.picture.pixels", name, width, height, MOST_PIXELS / 1_000_000));
        }
    }
}
