package org.rapporteur.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one line of a table that people wrote. */
public final class CsvLine {

    private CsvLine() {}

    /** @return its cells; empty where the line is no CSV, for a quotation mark stands where none may */
    public static Optional<List<String>> cells(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException noCsv) {
            return Optional.empty();
        }
    }
}
