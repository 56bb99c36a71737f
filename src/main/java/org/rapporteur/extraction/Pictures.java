package org.rapporteur.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Tells a picture of a page, as scanners and telephones make it, from logos, portraits and icons, by its measures alone. */
final class Pictures {

    /** pixels of the shorter side: a page at 72 dots an inch has about 600 */
    private static final int LEAST_WIDTH = 600;
    /** of the longer side to the shorter one: A4 has 1.41, Letter 1.29 */
    private static final double LEAST = 1.2;
    private static final double MOST = 1.6;

    private Pictures() {}

    static boolean isPage(String type, Path file) {
        if (!type.startsWith("image/")) {
            return false;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            double shorter = Math.min(reader.getWidth(0), reader.getHeight(0));
            double longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            reader.dispose();
            return shorter >= LEAST_WIDTH && longer >= LEAST * shorter && longer <= MOST * shorter;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }
}
