package org.rapporteur.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Text of a PDF page by page, joined to paragraphs again. */
final class PdfText {

    private PdfText() {}

    /** What to make of blocks, pages and the presence of pictures. */
    interface Answer {
        Reading answer(String mediaType, Integer pages, List<Block> blocks, boolean pictures);
    }

    static Reading read(Path file, int limit, Answer answer) throws IOException, TooMuchText {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            List<List<PageItem>> pages = new ArrayList<>();
            PageStripper stripper = new PageStripper();
            int characters = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<PrintedLine> lines = stripper.lines(document, page);
                characters += lines.stream().mapToInt(line -> line.text().length()).sum();
                if (characters > limit) {
                    throw new TooMuchText(limit);
                }
                pages.add(PageLines.whole(RuledTables.items(lines, stripper.rulings().rules())));
            }
            return answer.answer("application/pdf", document.getNumberOfPages(), PageJoin.blocks(pages), true);
        } catch (InvalidPasswordException locked) {
            return new Reading.NoText("application/pdf", Cause.ENCRYPTED);
        }
    }
}
