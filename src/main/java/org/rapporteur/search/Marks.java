package org.rapporteur.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;

/** What the papers of countries say under themes and questions, counted by country: the marks of the matrix. */
public final class Marks {

    static final String SEPARATOR = "|";

    private final Map<Place, Cell> cells = new HashMap<>();

    /** @param counted values of {@link Field#MARK}, as the index holds them */
    Marks(List<Results.Count> counted) {
        counted.forEach(count -> {
            List<String> parts = List.of(count.value().split(Pattern.quote(SEPARATOR)));
            Place place = new Place(new CodeId(parts.getFirst()), new CountryCode(parts.get(1).toUpperCase(Locale.ROOT)));
            Cell before = cells.getOrDefault(place, new Cell(0, List.of()));
            cells.put(place, parts.size() == 2 ? new Cell(count.passages(), before.said())
                    : new Cell(before.passages(), Stream.concat(before.said().stream(), Stream.of(said(parts, count.passages()))).toList()));
        });
    }

    private record Place(CodeId row, CountryCode country) {}

    /**
     * What is said in a cell.
     *
     * @param passages how many passages are coded there; 0: none is
     * @param said what they say, what most of them say first
     */
    public record Cell(int passages, List<Said> said) {

        public Cell {
            List<Said> sorted = new ArrayList<>(said);
            sorted.sort(Comparator.comparingInt(Said::passages).reversed());
            said = List.copyOf(sorted);
        }
    }

    /** So many passages describe something of this status with this outcome. */
    public record Said(Status status, Outcome outcome, int passages) {}

    /** @param row a theme or question */
    public Cell of(CodeId row, CountryCode country) {
        return cells.getOrDefault(new Place(row, country), new Cell(0, List.of()));
    }

    private static Said said(List<String> parts, int passages) {
        return new Said(Stream.of(Status.values()).filter(status -> status.word().equals(parts.get(2))).findFirst().orElseThrow(),
                Stream.of(Outcome.values()).filter(outcome -> outcome.word().equals(parts.get(3))).findFirst().orElseThrow(), passages);
    }
}
