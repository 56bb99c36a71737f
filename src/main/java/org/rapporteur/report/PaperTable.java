package org.rapporteur.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;

/**
 * A table of a paper as a table: its cells, its heads on every page, no row torn in two. The first column is the margin, for the numbers of
 * rows that are cited by one of their own.
 */
final class PaperTable {

    private static final String CELL_SEPARATOR = " | ";
    private static final int MARGIN = 680;
    /** letters from which on a column gets no wider */
    private static final int WIDE = 60;
    private static final int NARROW = 6;

    private final Docx docx;
    private final CollectedPaper.Document document;
    private final String description;

    PaperTable(Docx docx, CollectedPaper.Document document, String description) {
        this.docx = docx;
        this.document = document;
        this.description = description;
    }

    /** A row, and the footnotes that belong to it. */
    record Row(Piece.Printed piece, List<Block> notes) {

        boolean isHead() {
            return piece.block().kind() == BlockKind.TABLE_HEAD;
        }
    }

    void write(List<Row> rows) {
        List<List<String>> cells = cells(rows);
        XWPFTable table = docx.plainTable(rows.size(), cells.getFirst().size() + 1);
        List<Integer> widths = widths(cells);
        lay(table, widths, rows, InertText.runsRightToLeft(String.join(" ", cells.getLast())));
        for (int row = 0; row < rows.size(); row++) {
            fill(table.getRow(row), rows.get(row), cells.get(row), widths);
        }
        docx.line("AfterTable");
    }

    /** Every row as long as the longest: of a head that is one cell shorter than all rows, the first is blank, else the last ones. */
    private static List<List<String>> cells(List<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(new ArrayList<>(List.of(row.piece().block().text().split(Pattern.quote(CELL_SEPARATOR), -1)))));
        int most = cells.stream().mapToInt(List::size).max().orElseThrow();
        boolean cornerIsBlank = rows.size() > 1 && rows.getFirst().isHead() && cells.getFirst().size() == most - 1
                && cells.stream().skip(1).allMatch(row -> row.size() == most);
        if (cornerIsBlank) {
            cells.getFirst().addFirst("");
        }
        cells.forEach(row -> {
            while (row.size() < most) {
                row.add("");
            }
        });
        return cells;
    }

    private static List<Integer> widths(List<List<String>> cells) {
        List<Integer> shares = new ArrayList<>();
        for (int column = 0; column < cells.getFirst().size(); column++) {
            int at = column;
            int longest = cells.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            shares.add(Math.clamp(longest, NARROW, WIDE));
        }
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        return shares.stream().map(share -> (Docx.TEXT_WIDTH - MARGIN) * share / all).toList();
    }

    private void lay(XWPFTable table, List<Integer> widths, List<Row> rows, boolean rightToLeft) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID("ReportTable");
        table.setWidth(MARGIN + widths.stream().mapToInt(Integer::intValue).sum());
        if (rightToLeft) {
            properties.addNewBidiVisual();
        }
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblLook look = properties.addNewTblLook();
        look.setFirstRow(rows.getFirst().isHead());
        look.setNoVBand(true);
        properties.addNewTblDescription().setVal(InertText.of(description));
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        grid.addNewGridCol().setW(BigInteger.valueOf(MARGIN));
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    private void fill(XWPFTableRow row, Row said, List<String> texts, List<Integer> widths) {
        String language = document.languageOf(said.piece().block());
        row.setCantSplitRow(true);
        row.setRepeatHeader(said.isHead());
        XWPFTableCell margin = row.getCell(0);
        margin.setWidth(String.valueOf(MARGIN));
        bare(margin);
        PaperText.margin(docx.within(margin.getParagraphs().getFirst(), "MarginCell"), said.piece(), document.part());
        for (int at = 0; at < texts.size(); at++) {
            XWPFTableCell cell = row.getCell(at + 1);
            cell.setWidth(widths.get(at).toString());
            Line line = docx.within(cell.getParagraphs().getFirst(), said.isHead() ? "TableHead" : "TableText").inDirectionOf(texts.get(at))
                    .textIn(language, texts.get(at));
            if (at == texts.size() - 1) {
                said.notes().forEach(note -> line.noteSign(docx.note(document.languageOf(note), note.text())));
            }
        }
    }

    /** Without the lines and the colour of the table. */
    private static void bare(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        CTTcBorders borders = properties.addNewTcBorders();
        borders.addNewTop().setVal(STBorder.NIL);
        borders.addNewLeft().setVal(STBorder.NIL);
        borders.addNewBottom().setVal(STBorder.NIL);
        borders.addNewRight().setVal(STBorder.NIL);
        CTShd shade = properties.addNewShd();
        shade.setVal(STShd.CLEAR);
        shade.setColor("auto");
        shade.setFill("auto");
    }
}
