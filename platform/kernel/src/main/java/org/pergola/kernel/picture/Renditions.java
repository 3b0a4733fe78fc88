package org.pergola.kernel.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.pergola.api.file.Pictures;

/** A picture in the sizes that pages ask for, encoded by us. */
final class Renditions {

    static final int WIDEST = Pictures.WIDTHS.stream().mapToInt(Integer::intValue).max().orElseThrow();

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final float QUALITY = 0.85f;

    private Renditions() {
    }

    /** One size. */
    record Rendition(int width, int height, String type, byte[] bytes) {
    }

    /** The largest first; it is never larger than the picture. */
    static List<Rendition> of(BufferedImage picture) {
        List<Rendition> made = new ArrayList<>();
        BufferedImage last = picture;
        for (int width : new TreeSet<>(Pictures.WIDTHS).descendingSet()) {
            if (width < last.getWidth() || made.isEmpty()) {
                last = narrow(last, Math.min(width, last.getWidth()));
                made.add(encode(last));
            }
        }
        return made;
    }

    /** In the one layout of pixels that is drawn and encoded fast, whatever the file had. */
    static BufferedImage plain(BufferedImage image) {
        int layout = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return image.getType() == layout ? image : draw(image, image.getWidth(), image.getHeight(), layout);
    }

    /** By halves, so that no pixel is passed over. */
    private static BufferedImage narrow(BufferedImage image, int width) {
        BufferedImage now = image;
        while (now.getWidth() > width) {
            int next = Math.max(width, (now.getWidth() + 1) / 2);
            int height = Math.max(1, Math.round((float) image.getHeight() * next / image.getWidth()));
            now = draw(now, next, height, now.getType());
        }
        return now;
    }

    private static BufferedImage draw(BufferedImage image, int width, int height, int layout) {
        BufferedImage drawn = new BufferedImage(width, height, layout);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    /** As PNG where something shines through, or where it is a drawing, which PNG keeps sharp and small. */
    private static Rendition encode(BufferedImage image) {
        byte[] png = write(image, "png");
        if (image.getColorModel().hasAlpha()) {
            return new Rendition(image.getWidth(), image.getHeight(), PNG, png);
        }
        byte[] jpeg = write(image, "jpeg");
        return jpeg.length < png.length / 2 ? new Rendition(image.getWidth(), image.getHeight(), JPEG, jpeg)
                : new Rendition(image.getWidth(), image.getHeight(), PNG, png);
    }

    private static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A picture could not be encoded", impossible);
        } finally {
            writer.dispose();
        }
    }
}
