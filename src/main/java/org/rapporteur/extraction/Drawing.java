package org.rapporteur.extraction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Draws pictures anew: as PNG, or as JPEG where that would be large, and no larger than a page shows. */
final class Drawing {

    /** dots of the longer side: a page of A4 at 150 an inch */
    private static final int LONGEST = 1754;
    /** dots in all that are taken into memory */
    private static final long MOST = 40_000_000;
    /** bytes from which a PNG is a photograph */
    private static final int LARGE = 400_000;

    private Drawing() {}

    /** Without bytes where the file is of a kind that can't be drawn, or too large. */
    static Picture of(Picture.Place place, byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return none(place);
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            try {
                boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST;
                return fits ? of(place, reader.read(0)) : none(place);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            return none(place);
        }
    }

    static Picture of(Picture.Place place, BufferedImage image) throws IOException {
        double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage drawn = drawn(image, Math.max(1, (int) (scale * image.getWidth())), Math.max(1, (int) (scale * image.getHeight())));
        byte[] png = encoded(drawn, "png");
        byte[] jpeg = png.length > LARGE ? encoded(drawn, "jpeg") : png;
        boolean smaller = jpeg.length < png.length;
        return new Picture(place.after(), place.page(), place.alternative(), place.width(), place.height(), smaller ? "jpeg" : "png", smaller ? jpeg : png);
    }

    private static Picture none(Picture.Place place) {
        return new Picture(place.after(), place.page(), place.alternative(), place.width(), place.height(), "png", new byte[0]);
    }

    /** On white, as on paper. */
    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = drawn.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, width, height);
        paper.drawImage(image, 0, 0, width, height, null);
        paper.dispose();
        return drawn;
    }

    private static byte[] encoded(BufferedImage image, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, type, bytes);
        return bytes.toByteArray();
    }
}
