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

/** Text of a PDF page by page, joined to paragraphs again; pages that are pictures or garbled are read by OCR where that is asked for. */
final class PdfText {

    private static final String TYPE = "application/pdf";
    /** bytes: mail gateways append a little */
    private static final int TAIL = 8192;
    /** letters of a page that is no picture of one */
    private static final int FEWEST_LETTERS = 25;
    /** without OCR: so many pages may be pictures, a cover say, before the paper counts as read in part */
    private static final int MOST_PICTURES = 2;
    private static final int MOST_PICTURES_SHARE = 10;

    private final PDDocument document;
    private final Request request;
    private final PageStripper stripper = new PageStripper();
    private final OcrPages ocr;
    private final List<List<PageItem>> pages = new ArrayList<>();
    private int characters;
    private int gone;
    private int scanned;
    private int garbled;

    private PdfText(PDDocument document, Request request) throws IOException {
        this.document = document;
        this.request = request;
        ocr = OcrPages.of(document, request);
    }

    /** What to make of the blocks of a file. */
    interface Answer {
        /** @param without why there is no more text, where there is too little */
        Reading answer(String mediaType, Pages pages, List<Block> blocks, Cause without);
    }

    static Reading read(Request request, Answer answer) throws IOException, TooMuchText {
        try (PDDocument document = Loader.loadPDF(request.file().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return new PdfText(document, request).read(answer);
        } catch (InvalidPasswordException locked) {
            return new Reading.NoText(TYPE, Cause.ENCRYPTED);
        }
    }

    private Reading read(Answer answer) throws IOException, TooMuchText {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            List<PageItem> items = isThere(page) ? items(page) : List.of();
            gone += isThere(page) ? 0 : 1;
            pages.add(items);
        }
        int declared = document.getNumberOfPages();
        Pages read = new Pages(declared - gone - scanned - garbled, isWhole() ? null : Integer.valueOf(declared));
        return answer.answer(TYPE, read, PageJoin.blocks(pages), garbled > scanned ? Cause.GARBLED : gone > 0 ? Cause.INCOMPLETE : Cause.SCANNED);
    }

    private List<PageItem> items(int page) throws IOException, TooMuchText {
        List<PrintedLine> lines = stripper.lines(document, page);
        characters += lines.stream().mapToInt(line -> line.text().length()).sum();
        if (characters > request.characters()) {
            throw new TooMuchText(request.characters());
        }
        boolean isGarbled = Garbled.is(lines);
        boolean isScan = !isGarbled && letters(lines) < FEWEST_LETTERS && PagePictures.isScan(document.getPage(page - 1));
        if (!isGarbled && !isScan) {
            return PageLines.whole(RuledTables.items(lines, stripper.rulings().rules()));
        }
        List<PrintedLine> seen = ocr.read(page);
        if (seen == null) {
            garbled += isGarbled ? 1 : 0;
            scanned += isScan ? 1 : 0;
        }
        return seen == null ? List.of() : List.copyOf(seen);
    }

    private boolean isWhole() throws IOException {
        int pictures = request.ocr() == null ? Math.max(MOST_PICTURES, pages.size() / MOST_PICTURES_SHARE) : 0;
        return gone == 0 && !isCut() && scanned + garbled <= pictures;
    }

    private static long letters(List<PrintedLine> lines) {
        return lines.stream().mapToLong(line -> Letters.count(line.text())).sum();
    }

    /** Every program ends a PDF with where its table of contents is; with the end, fonts are often lost, and letters with them. */
    private boolean isCut() throws IOException {
        Path file = request.file();
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return !new String(tail, StandardCharsets.ISO_8859_1).contains("startxref");
        }
    }

    /** Of a file that ends too early its first pages may be there, and of others no more than that there should be some. */
    private boolean isThere(int page) {
        try {
            COSDictionary sheet = document.getPage(page - 1).getCOSObject();
            return !sheet.containsKey(COSName.CONTENTS) || switch (sheet.getDictionaryObject(COSName.CONTENTS)) {
                case null -> false;
                case COSArray parts -> IntStream.range(0, parts.size()).allMatch(part -> parts.getObject(part) != null);
                default -> true;
            };
        } catch (IllegalStateException | IndexOutOfBoundsException gonePage) {
            return false;
        }
    }
}
