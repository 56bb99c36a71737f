package org.rapporteur.report;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a table as XLSX, as plain as can be sorted and filtered: a frozen row of headings, no fills, no merged cells. */
final class SheetTable {

    private static final int LONGEST_CELL = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final String CUT = " […]";
    /** more than these a sheet can't hold: Excel specifications and limits */
    private static final int MOST_LINKS = 65_530;

    private SheetTable() {}

    /**
     * What was written.
     *
     * @param rows below the headings
     * @param cut cells whose text is longer than a sheet can hold
     */
    record Written(int rows, int cut) {}

    static Written write(OutputStream out, String name, List<CodingTable.Field> fields, Iterator<List<@Nullable Object>> rows) throws IOException {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet(name);
            CellStyle plain = style(book, false);
            Row head = sheet.createRow(0);
            for (int i = 0; i < fields.size(); i++) {
                head.createCell(i).setCellValue(fields.get(i).heading());
                head.getCell(i).setCellStyle(style(book, true));
                sheet.setColumnWidth(i, fields.get(i).width() * 256);
            }
            sheet.createFreezePane(0, 1);
            int written = 0;
            int cut = 0;
            while (rows.hasNext()) {
                Row row = sheet.createRow(++written);
                List<@Nullable Object> cells = rows.next();
                for (int i = 0; i < cells.size(); i++) {
                    cut += fill(row.createCell(i), cells.get(i), plain, written <= MOST_LINKS ? book.getCreationHelper() : null) ? 1 : 0;
                }
            }
            book.write(out);
            return new Written(written, cut);
        }
    }

    /** Whether the text had to be cut. */
    private static boolean fill(Cell cell, @Nullable Object value, CellStyle style, @Nullable CreationHelper links) {
        cell.setCellStyle(style);
        if (value instanceof URI address) {
            cell.setCellValue(address.toString());
            if (links != null) {
                Hyperlink link = links.createHyperlink(HyperlinkType.URL);
                link.setAddress(address.toString());
                cell.setHyperlink(link);
            }
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof String text && !text.isEmpty()) {
            String legal = CodebookXml.legal(SourceText.unified(text));
            boolean tooLong = legal.length() > LONGEST_CELL;
            cell.setCellValue(tooLong ? legal.substring(0, legal.offsetByCodePoints(0, legal.codePointCount(0, LONGEST_CELL - CUT.length()) - 1)) + CUT : legal);
            return tooLong;
        }
        return false;
    }

    private static CellStyle style(Workbook book, boolean heading) {
        CellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        if (heading) {
            Font bold = book.createFont();
            bold.setBold(true);
            style.setFont(bold);
        }
        return style;
    }
}
