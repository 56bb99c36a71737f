package org.rapporteur.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV after RFC 4180, in which no cell is a formula to a spreadsheet. */
final class CsvTable {

    /** what a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection" */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvTable() {}

    /** @return how many rows there are below the headings */
    static int write(Writer out, List<String> headings, Iterator<List<@Nullable Object>> rows) throws IOException {
        int written = 0;
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(headings);
        while (rows.hasNext()) {
            List<@Nullable Object> cells = new ArrayList<>();
            rows.next().forEach(cell -> cells.add(cell instanceof String text ? defused(text) : cell));
            printer.printRecord(cells);
            written++;
        }
        printer.flush();
        return written;
    }

    /** The text behind an apostrophe, where a spreadsheet would calculate it. */
    static String defused(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
