package org.rapporteur.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** Text of a PDF page by page, joined to paragraphs again. */
final class PdfText {

    private static final char PARAGRAPH = '\u0001';

    private PdfText() {}

    /** What to make of blocks, pages and the presence of pictures. */
    interface Answer {
        Reading answer(String mediaType, Integer pages, List<Block> blocks, boolean pictures);
    }

    static Reading read(Path file, int limit, Answer answer) throws IOException, TooMuchText {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            List<List<String>> pages = pages(document, limit);
            return answer.answer("application/pdf", document.getNumberOfPages(), PageJoin.blocks(pages), true);
        } catch (InvalidPasswordException locked) {
            return new Reading.NoText("application/pdf", Cause.ENCRYPTED);
        }
    }

    /** For each page its paragraphs, each with its lines. */
    private static List<List<String>> pages(PDDocument document, int limit) throws IOException, TooMuchText {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setParagraphStart(String.valueOf(PARAGRAPH));
        stripper.setLineSeparator("\n");
        List<List<String>> pages = new ArrayList<>();
        int characters = 0;
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String text = StorableText.of(stripper.getText(document));
            characters += text.length();
            if (characters > limit) {
                throw new TooMuchText(limit);
            }
            List<String> paragraphs = new ArrayList<>();
            for (String paragraph : text.split(String.valueOf(PARAGRAPH))) {
                if (!paragraph.isBlank()) {
                    paragraphs.add(paragraph.strip());
                }
            }
            pages.add(paragraphs);
        }
        return pages;
    }
}
