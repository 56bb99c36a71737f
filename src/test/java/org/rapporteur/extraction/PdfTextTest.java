package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of pages as a word processor prints them. */
class PdfTextTest {

    private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    @TempDir
    static Path folder;

    /** Draws one page; lengths in points from the lower left corner. */
    private interface Page {
        void draw(PDPageContentStream page) throws IOException;
    }

    @Test
    void aParagraphEndsWhereTheNextLineIsFurtherAway() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 700, "The ministry opened one counter for all and closed the others");
            text(page, FONT, 11, 72, 686, "because nobody came to them any more.");
            text(page, FONT, 11, 72, 660, "It cost less than the year before it, which nobody had expected.");
        })).extracting(Block::text).containsExactly("The ministry opened one counter for all and closed the others because nobody came to them any more.",
                "It cost less than the year before it, which nobody had expected.");
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        assertThat(read(page -> {
            for (int column = 0; column < 2; column++) {
                text(page, FONT, 11, 72 + 250 * column, 700, column == 0 ? "The left column begins" : "here and it ends in the");
                text(page, FONT, 11, 72 + 250 * column, 686, column == 0 ? "and it goes on over" : "right column.");
            }
        })).extracting(Block::text).containsExactly("The left column begins and it goes on over here and it ends in the right column.");
    }

    @Test
    void boldAndLargeLinesAreHeadingsAndCaptionsAreNot() throws Exception {
        assertThat(read(page -> {
            text(page, BOLD, 16, 72, 740, "Incentives for change");
            text(page, BOLD, 11, 72, 710, "What was tried");
            text(page, FONT, 11, 72, 690, "The ministry opened one counter for all and closed the others.");
            text(page, BOLD, 11, 72, 660, "Table 1: Offices by province");
        })).extracting(Block::kind, Block::level, Block::text).containsExactly(tuple(BlockKind.HEADING, 1, "Incentives for change"),
                tuple(BlockKind.HEADING, 2, "What was tried"),
                tuple(BlockKind.PARAGRAPH, 0, "The ministry opened one counter for all and closed the others."),
                tuple(BlockKind.PARAGRAPH, 0, "Table 1: Offices by province"));
    }

    @Test
    void cellsOfARuledTableAreKeptInTheirRows() throws Exception {
        assertThat(read(page -> {
            grid(page, new float[] {72, 200, 400}, new float[] {720, 700, 660, 640});
            text(page, FONT, 10, 76, 706, "Measure");
            text(page, FONT, 10, 204, 706, "Share of offices");
            text(page, FONT, 10, 76, 686, "Counters that");
            text(page, FONT, 10, 76, 672, "serve everybody");
            text(page, FONT, 10, 204, 686, "34 %");
            text(page, FONT, 10, 76, 646, "Portal");
            text(page, FONT, 10, 204, 646, "12 %");
            text(page, FONT, 10, 72, 600, "All of it was measured in spring.");
        })).extracting(Block::kind, Block::text).containsExactly(tuple(BlockKind.TABLE_HEAD, "Measure | Share of offices"),
                tuple(BlockKind.TABLE_ROW, "Counters that serve everybody | 34 %"), tuple(BlockKind.TABLE_ROW, "Portal | 12 %"),
                tuple(BlockKind.PARAGRAPH, "All of it was measured in spring."));
    }

    @Test
    void backgroundsOfTheLinesOfACellAreNoRules() throws Exception {
        assertThat(read(page -> {
            page.setNonStrokingColor(0.8f);
            for (float[] box : new float[][] {{72, 686, 120, 14}, {72, 672, 120, 14}, {194, 672, 100, 28}, {72, 650, 120, 20}, {194, 650, 100, 20}}) {
                page.addRect(box[0], box[1], box[2], box[3]);
                page.fill();
            }
            page.setNonStrokingColor(0f);
            text(page, FONT, 10, 76, 690, "Counters that");
            text(page, FONT, 10, 76, 676, "serve everybody");
            text(page, FONT, 10, 200, 690, "34 %");
            text(page, FONT, 10, 76, 656, "Portal");
            text(page, FONT, 10, 200, 656, "12 %");
        })).extracting(Block::text).containsExactly("Counters that serve everybody | 34 %", "Portal | 12 %");
    }

    @Test
    void aRaisedEndingStaysInItsLine() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 700, "It began on 24");
            text(page, FONT, 7, 72 + width(11, "It began on 24"), 706, "th");
            text(page, FONT, 11, 72 + width(11, "It began on 24") + 10, 700, "May, in the spring of that year.");
        })).extracting(Block::text).containsExactly("It began on 24th May, in the spring of that year.");
    }

    @Test
    void aFootnoteFollowsTheParagraphThatNamesItsNumber() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 700, "The share of offices fell");
            text(page, FONT, 7, 72 + width(11, "The share of offices fell"), 704, "1");
            text(page, FONT, 11, 72 + width(11, "The share of offices fell") + 4, 700, ", as was planned.");
            text(page, FONT, 11, 72, 660, "Another paragraph says something else.");
            text(page, FONT, 8, 72, 80, "1 Counted at the end of the year.");
        })).extracting(Block::kind, Block::text).containsExactly(tuple(BlockKind.PARAGRAPH, "The share of offices fell, as was planned."),
                tuple(BlockKind.NOTE, "Counted at the end of the year."), tuple(BlockKind.PARAGRAPH, "Another paragraph says something else."));
    }

    @Test
    void anEntryOfATableOfContentsIsNoContent() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 700, "Incentives ........................................ 3");
            text(page, FONT, 11, 72, 660, "The ministry opened one counter for all.");
        })).extracting(Block::text).containsExactly("The ministry opened one counter for all.");
    }

    @Test
    void aTableMayHaveOneFullRow() throws Exception {
        assertThat(read(page -> {
            grid(page, new float[] {72, 200, 400}, new float[] {720, 700, 660});
            text(page, FONT, 10, 76, 706, "Scenario");
            text(page, FONT, 10, 76, 680, "Monitoring");
            text(page, FONT, 10, 204, 680, "Every year.");
        })).extracting(Block::kind, Block::text).containsExactly(tuple(BlockKind.TABLE_ROW, "Scenario"),
                tuple(BlockKind.TABLE_ROW, "Monitoring | Every year."));
    }

    @Test
    void aCellThatAPageBreakDividedIsMadeWhole() throws Exception {
        assertThat(read(page -> {
            grid(page, new float[] {72, 200, 400}, new float[] {720, 700, 660});
            text(page, FONT, 10, 76, 706, "Portal");
            text(page, FONT, 10, 204, 706, "It opened.");
            text(page, FONT, 10, 76, 680, "Counter");
            text(page, FONT, 10, 204, 680, "It serves all");
        }, page -> {
            grid(page, new float[] {72, 200, 400}, new float[] {720, 700, 660});
            text(page, FONT, 10, 204, 706, "provinces of the country.");
            text(page, FONT, 10, 76, 680, "Office");
            text(page, FONT, 10, 204, 680, "It closed.");
        })).extracting(Block::text).containsExactly("Portal | It opened.", "Counter | It serves all provinces of the country.", "Office | It closed.");
    }

    @Test
    void aNoteThatACellNamesFollowsItsRow() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 760, "This is what was counted in all offices of the country.");
            grid(page, new float[] {72, 200, 400}, new float[] {720, 700, 660});
            text(page, FONT, 11, 76, 706, "Share");
            text(page, FONT, 7, 76 + width(11, "Share"), 710, "1");
            text(page, FONT, 11, 204, 706, "34 % of all offices");
            text(page, FONT, 11, 76, 680, "Portal");
            text(page, FONT, 11, 204, 680, "12 % of all offices");
            text(page, FONT, 8, 72, 80, "1 Counted at the end of the year.");
        })).extracting(Block::text).contains("Share | 34 % of all offices", "Counted at the end of the year.", "Portal | 12 % of all offices");
    }

    @Test
    void aLineThatBeginsWithTheSignOfAnItemMayGoOn() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 700, "The plan has three aims: i) to close offices that nobody uses, ii) to open one, and");
            text(page, FONT, 11, 72, 686, "iii) to spend less.");
        })).extracting(Block::text)
                .containsExactly("The plan has three aims: i) to close offices that nobody uses, ii) to open one, and iii) to spend less.");
    }

    @Test
    void aFigureStaysWithWhatItCounts() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 714, "The ministry was given more than anybody before it in the year of the counters");
            text(page, FONT, 11, 72, 700, "the ministry was given more than anybody before it in the year of the");
            text(page, FONT, 11, 72, 686, "10 millions of them.");
        })).hasSize(1);
    }

    @Test
    void entriesSetInColumnsAreReadOneByOne() throws Exception {
        assertThat(read(page -> {
            text(page, FONT, 11, 72, 700, "PCR");
            text(page, FONT, 11, 200, 700, "Programme for counters in all of the regions of the country, and");
            text(page, FONT, 11, 200, 686, "Offices of the provinces");
            text(page, FONT, 11, 72, 672, "DGE");
            text(page, FONT, 11, 200, 672, "Direction of the general environment and of all of the regions of it");
        })).extracting(Block::text).containsExactly("PCR Programme for counters in all of the regions of the country, and Offices of the provinces",
                "DGE Direction of the general environment and of all of the regions of it");
    }

    @Test
    void columnHeadingsWithoutRulesAreNoHeading() throws Exception {
        assertThat(read(page -> {
            text(page, BOLD, 11, 72, 700, "Kind of measure");
            text(page, BOLD, 11, 300, 700, "Share");
            text(page, FONT, 11, 72, 680, "The ministry opened one counter for all and closed the others.");
        })).extracting(Block::kind).doesNotContain(BlockKind.HEADING);
    }

    private static List<Block> read(Page... pages) throws Exception {
        Path file = Files.createTempFile(folder, "paper", ".pdf");
        try (PDDocument document = new PDDocument()) {
            for (Page page : pages) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    page.draw(content);
                }
            }
            document.save(file.toFile());
        }
        return ((Reading.Text) new FileReading().read(new Request(file, "paper.pdf", folder, folder, 10_000, 10, 10_000))).blocks();
    }

    private static void text(PDPageContentStream page, PDType1Font font, float size, float x, float y, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    private static float width(float size, String text) throws IOException {
        return FONT.getStringWidth(text) * size / 1000;
    }

    private static void grid(PDPageContentStream page, float[] columns, float[] rows) throws IOException {
        for (float column : columns) {
            page.moveTo(column, rows[0]);
            page.lineTo(column, rows[rows.length - 1]);
            page.stroke();
        }
        for (float row : rows) {
            page.moveTo(columns[0], row);
            page.lineTo(columns[columns.length - 1], row);
            page.stroke();
        }
    }
}
