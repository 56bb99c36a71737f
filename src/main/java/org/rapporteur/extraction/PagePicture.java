package org.rapporteur.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page of a PDF as it is printed, drawn inside the parsing process. */
final class PagePicture {

    /** dots of the longer side: a page of A4 can be read on a screen */
    private static final float LONGER_SIDE = 1_400;

    private PagePicture() {}

    /** @return a PNG; empty where the file can't be drawn or has no such page */
    static byte[] png(Path file, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(file))) {
            if (page < 1 || page > document.getNumberOfPages()) {
                return new byte[0];
            }
            PDRectangle size = document.getPage(page - 1).getCropBox();
            BufferedImage drawn = new PDFRenderer(document).renderImage(page - 1, LONGER_SIDE / Math.max(1, Math.max(size.getWidth(), size.getHeight())), ImageType.RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(drawn, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return new byte[0];
        }
    }
}
