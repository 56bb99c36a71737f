package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapporteur.report.CsvLine;

/**
 * Reads a list of queries: one a line, with a name before it where the line is CSV of two columns. A faulty line is told, and does not stop
 * the rest.
 */
final class BatchQueries {

    static final int MOST = 200;
    static final int LONGEST_QUERY = 2_000;

    private BatchQueries() {}

    /** A line: what it asks for, or what is wrong with it. */
    sealed interface Line {}

    /** @param number 1-based, as an editor counts lines */
    record Asked(int number, String name, String query) implements Line {}

    /** @param sentence what is wrong, and what to do */
    record Faulty(int number, String line, String sentence) implements Line {}

    static List<Line> read(String text) {
        List<Line> lines = new ArrayList<>();
        String[] all = text.replaceFirst("^\uFEFF", "").split("\r\n|\r|\n", -1);
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isBlank() && !(i == 0 && isHead(all[i]))) {
                lines.add(lines.size() < MOST ? line(i + 1, all[i].strip()) : new Faulty(i + 1, shortened(all[i]),
                        "At most %d queries are taken at once; put this one into another list.".formatted(MOST)));
            }
        }
        return lines;
    }

    private static boolean isHead(String line) {
        return line.strip().toLowerCase(Locale.ROOT).matches("\"?name\"?[,;]\"?query\"?|\"?query\"?");
    }

    private static Line line(int number, String line) {
        // people write "one-stop shop"~5 as they would search for it: what is no CSV is one query
        List<String> cells = CsvLine.cells(line).orElse(List.of(line));
        String query = cells.getLast().strip();
        if (cells.size() > 2) {
            return new Faulty(number, shortened(line), "It has %d columns: write a name and a query, and a query that has a comma in quotation marks.".formatted(cells.size()));
        }
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            return new Faulty(number, shortened(line), query.isEmpty() ? "It has no query: write one behind the comma."
                    : "Its query is longer than %d characters: shorten it.".formatted(LONGEST_QUERY));
        }
        return new Asked(number, cells.size() == 2 && !cells.getFirst().isBlank() ? cells.getFirst().strip() : query, query);
    }

    private static String shortened(String line) {
        return line.length() <= 120 ? line : line.substring(0, line.offsetByCodePoints(0, 100)) + " …";
    }
}
