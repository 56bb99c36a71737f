package org.rapporteur.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table as wide as the text; its first row is repeated on every page, no row is torn in two. */
final class Table {

    private final XWPFTable table;
    private final List<Column> columns;
    private final Bookmarks bookmarks;

    Table(XWPFTable table, String description, List<Column> columns, Bookmarks bookmarks) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.bookmarks = bookmarks;
        lay(description);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        fill(head, columns.stream().map(Column::heading).toList(), "TableHead");
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row has " + columns.size() + " cells, not " + cells.size());
        }
        fill(table.createRow(), cells, "TableText");
    }

    private void lay(String description) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID("ReportTable");
        table.setWidth(Docx.TEXT_WIDTH);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblLook look = properties.addNewTblLook();
        look.setFirstRow(true);
        look.setNoVBand(true);
        properties.addNewTblDescription().setVal(InertText.of(description));
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        columns.forEach(column -> grid.addNewGridCol().setW(width(column)));
    }

    private void fill(XWPFTableRow row, List<String> texts, String style) {
        row.setCantSplitRow(true);
        for (int at = 0; at < texts.size(); at++) {
            XWPFTableCell cell = row.getCell(at);
            cell.setWidth(width(columns.get(at)).toString());
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            new Line(paragraph, style, bookmarks).text(texts.get(at));
        }
    }

    private BigInteger width(Column column) {
        int shares = columns.stream().mapToInt(Column::share).sum();
        return BigInteger.valueOf((long) Docx.TEXT_WIDTH * column.share() / shares);
    }
}
