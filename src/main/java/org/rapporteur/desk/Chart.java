package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers that are shown as a picture and as a table.
 *
 * @param key as it stands in the address of the picture
 * @param title what they are of
 * @param series the names of the columns of numbers
 * @param rows one for each country, theme or month
 * @param stacked whether the numbers of a row add up
 */
record Chart(String key, String title, List<String> series, List<Row> rows, boolean stacked) {

    Chart {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    /** A name and a number for each of the series. */
    record Row(String name, List<Integer> numbers) {

        Row {
            numbers = List.copyOf(numbers);
        }
    }

    /** What the picture shows, for those who do not see it. */
    public String inWords() {
        List<String> sums = new ArrayList<>();
        IntStream.range(0, series.size()).forEach(i -> sums.add("%s %d".formatted(series.get(i), rows.stream().mapToInt(row -> row.numbers().get(i)).sum())));
        return "%s, bars: %s in all; the table below has every number.".formatted(title, String.join(", ", sums));
    }
}
