package org.rapporteur.extraction;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Text of a PDF page by page, joined to paragraphs again. */
final class PdfText {

    private static final String TYPE = "application/pdf";
    /** bytes: mail gateways append a little */
    private static final int TAIL = 8192;

    private PdfText() {}

    /** What to make of what was read of a file that declares so many pages. */
    interface Answer {
        Reading answer(String mediaType, Pages pages, List<Block> blocks, boolean pictures);
    }

    static Reading read(Path file, int limit, Answer answer) throws IOException, TooMuchText {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            List<List<PageItem>> pages = new ArrayList<>();
            PageStripper stripper = new PageStripper();
            int characters = 0;
            int gone = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                if (!isThere(document, page)) {
                    gone++;
                    pages.add(List.of());
                    continue;
                }
                List<PrintedLine> lines = stripper.lines(document, page);
                characters += lines.stream().mapToInt(line -> line.text().length()).sum();
                if (characters > limit) {
                    throw new TooMuchText(limit);
                }
                pages.add(PageLines.whole(RuledTables.items(lines, stripper.rulings().rules())));
            }
            return answer.answer(TYPE, new Pages(document.getNumberOfPages() - gone,
                    gone > 0 || isCut(file) ? Integer.valueOf(document.getNumberOfPages()) : null), PageJoin.blocks(pages), true);
        } catch (InvalidPasswordException locked) {
            return new Reading.NoText(TYPE, Cause.ENCRYPTED);
        }
    }

    /** Every program ends a PDF with where its table of contents is; with the end, fonts are often lost, and letters with them. */
    private static boolean isCut(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return !new String(tail, StandardCharsets.ISO_8859_1).contains("startxref");
        }
    }

    /** Of a file that ends too early its first pages may be there, and of others no more than that there should be some. */
    private static boolean isThere(PDDocument document, int page) {
        try {
            COSDictionary sheet = document.getPage(page - 1).getCOSObject();
            return !sheet.containsKey(COSName.CONTENTS) || switch (sheet.getDictionaryObject(COSName.CONTENTS)) {
                case null -> false;
                case COSArray parts -> IntStream.range(0, parts.size()).allMatch(part -> parts.getObject(part) != null);
                default -> true;
            };
        } catch (IllegalStateException | IndexOutOfBoundsException gone) {
            return false;
        }
    }
}
