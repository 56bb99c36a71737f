package org.rapporteur.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Reads single pages of a PDF by OCR, for as long as there is time. */
final class OcrPages {

    /** dots for one point: 300 an inch, which Tesseract is trained for */
    private static final float SCALE = 300f / 72;
    /** dots of a page: twice A4; larger sheets are drawn smaller */
    private static final double MOST_DOTS = 1.8e7;
    /** of 100: what is less sure on the whole is guessed, or in a language that is not installed */
    private static final int LEAST_SURE = 60;

    private final @Nullable Tesseract tesseract;
    private final PDFRenderer renderer;
    private final PDDocument document;
    private final long end;

    private OcrPages(PDDocument document, @Nullable Tesseract tesseract, long end) {
        this.document = document;
        this.tesseract = tesseract;
        this.end = end;
        renderer = new PDFRenderer(document);
    }

    static OcrPages of(PDDocument document, Request request) throws IOException {
        Request.Ocr ocr = request.ocr();
        boolean now = ocr != null && ocr.now();
        return new OcrPages(document, now ? new Tesseract(request.unpackTo(), ocr) : null,
                now ? System.nanoTime() + (ocr.millis() - ocr.pageMillis()) * 1_000_000 : 0);
    }

    /**
     * The lines of a page; empty where it holds none.
     *
     * @param page 1-based
     * @return null where it was not read: nobody asked for it, it took too long, or Tesseract is too unsure
     */
    @Nullable List<PrintedLine> read(int page) throws IOException {
        if (tesseract == null || System.nanoTime() - end > 0) {
            return null;
        }
        PDRectangle box = document.getPage(page - 1).getCropBox();
        float scale = (float) Math.min(SCALE, Math.sqrt(MOST_DOTS / (box.getWidth() * box.getHeight())));
        BufferedImage picture = renderer.renderImage(page - 1, scale, ImageType.GRAY);
        return tesseract.read(picture, scale).filter(OcrPages::isSure).orElse(null);
    }

    private static boolean isSure(List<PrintedLine> lines) {
        return lines.isEmpty() || lines.stream().mapToInt(line -> line.confidence() == null ? 0 : line.confidence()).average().orElse(0) >= LEAST_SURE;
    }
}
