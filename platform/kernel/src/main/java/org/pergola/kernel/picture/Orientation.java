package org.pergola.kernel.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How a camera was held, as EXIF says it: eight ways, by a quarter turn, by a mirror, or both.
 *
 * @param way 1 to 8; 1 is upright
 */
record Orientation(int way) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0x45786966;

    /** Upright where nothing is said, or nothing that can be understood. */
    static Orientation of(byte[] jpeg) {
        return exif(ByteBuffer.wrap(jpeg)).flatMap(Orientation::read).orElse(UPRIGHT);
    }

    /** The TIFF block behind {@code Exif}, whose offsets count from its own beginning. */
    private static Optional<ByteBuffer> exif(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.limit() && (jpeg.get(at) & 0xFF) == 0xFF) {
            int marker = jpeg.get(at + 1) & 0xFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == SCAN || length < 2 || at + 2 + length > jpeg.limit()) {
                return Optional.empty();
            }
            if (marker == APP1 && length > 16 && jpeg.getInt(at + 4) == EXIF) {
                return Optional.of(jpeg.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static Optional<Orientation> read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return Optional.empty();
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * 12;
            if (at + 12 > tiff.limit()) {
                return Optional.empty();
            }
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int way = tiff.getShort(at + 8);
                return way >= 1 && way <= 8 ? Optional.of(new Orientation(way)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether width and height change places. */
    boolean turns() {
        return way >= 5;
    }

    BufferedImage upright(BufferedImage image) {
        if (way == 1) {
            return image;
        }
        int width = turns() ? image.getHeight() : image.getWidth();
        int height = turns() ? image.getWidth() : image.getHeight();
        BufferedImage upright = new BufferedImage(width, height, image.getType());
        var graphics = upright.createGraphics();
        graphics.drawImage(image, transform(image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return upright;
    }

    /** From the stored place of a pixel to its upright one; w and h as stored. */
    private AffineTransform transform(int w, int h) {
        return switch (way) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
