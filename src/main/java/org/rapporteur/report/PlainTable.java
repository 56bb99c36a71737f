package org.rapporteur.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any table as a file: one fact a column, one row of headings. */
public final class PlainTable {

    private PlainTable() {}

    /** A column: its heading and its width in characters. */
    public record Column(String heading, int width) {}

    /**
     * The bytes of a file.
     *
     * @param name of the sheet, at most 31 characters
     * @param rows of as many cells as there are columns: texts, numbers, addresses, or null
     */
    public static byte[] write(PassageTable.Form form, String name, List<Column> columns, List<List<@Nullable Object>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (form == PassageTable.Form.CSV) {
            CsvTable.write(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), columns.stream().map(Column::heading).toList(), rows.iterator());
        } else {
            SheetTable.write(bytes, name, columns.stream().map(column -> new CodingTable.Field(column.heading(), column.width())).toList(), rows.iterator());
        }
        return bytes.toByteArray();
    }
}
