package org.rapporteur.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.country.Countries;
import org.rapporteur.extraction.BlockKind;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The papers of a collection as other programs cite them: BibTeX, and the JSON of the Citation Style Language. What an edition leaves out is not in it. */
final class Bibliography {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** what BibTeX or TeX would take for an order of its own */
    private static final Map<Integer, String> ESCAPED = Map.of((int) '\\', "\\textbackslash{}", (int) '{', "\\{", (int) '}', "\\}", (int) '&', "\\&",
            (int) '%', "\\%", (int) '$', "\\$", (int) '#', "\\#", (int) '_', "\\_", (int) '~', "\\textasciitilde{}", (int) '^', "\\textasciicircum{}");

    private final Collection collection;
    private final Words words;
    private final List<CollectedPaper> papers;

    Bibliography(Collection collection) {
        this.collection = collection;
        this.words = Words.in(collection.language());
        this.papers = collection.papers().stream().filter(paper -> !paper.isLeftOut()).toList();
    }

    int size() {
        return papers.size();
    }

    /** UTF-8, an entry of type {@code techreport} for each paper, keyed by its number. */
    String bibtex() {
        return papers.stream().map(this::entry).collect(Collectors.joining("\n"));
    }

    /** An array with an item of type {@code report} for each paper. */
    String csl() {
        return JSON.writeValueAsString(papers.stream().map(this::item).toList()) + "\n";
    }

    private String entry(CollectedPaper paper) {
        LocalDate day = day(paper);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", "{" + escaped(countries(paper)) + "}");
        fields.put("title", "{" + escaped(title(paper)) + "}");
        fields.put("institution", "{" + escaped(collection.call().content().organisation()) + "}");
        fields.put("type", escaped(genre()));
        fields.put("number", escaped(paper.number().value()));
        fields.put("year", String.valueOf(day.getYear()));
        fields.put("note", escaped(note(paper)));
        fields.put("language", paper.documents().getFirst().language());
        return "@techreport{" + paper.number() + ",\n" + fields.entrySet().stream().map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n")) + "\n}\n";
    }

    private Map<String, Object> item(CollectedPaper paper) {
        LocalDate day = day(paper);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", paper.number().value());
        item.put("type", "report");
        item.put("genre", genre());
        item.put("title", title(paper));
        item.put("author", paper.countries().stream().map(country -> Map.of("literal", Countries.name(country, collection.language()))).toList());
        item.put("publisher", collection.call().content().organisation());
        item.put("number", paper.number().value());
        item.put("issued", Map.of("date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))));
        item.put("event-title", collection.call().content().title());
        item.put("event-place", collection.call().content().meeting().place());
        item.put("language", paper.documents().getFirst().language());
        item.put("note", note(paper));
        return item;
    }

    /** The heading that the paper begins with; where it begins with none, what it is and whose. */
    private String title(CollectedPaper paper) {
        return switch (paper.documents().getFirst().text()) {
            case CollectedText.Read read when read.pieces().getFirst() instanceof Piece.Printed first && first.block().kind() == BlockKind.HEADING
                    && !first.text().equalsIgnoreCase(countries(paper)) -> first.text();
            case CollectedText any -> genre() + ": " + countries(paper);
        };
    }

    private String countries(CollectedPaper paper) {
        return words.and(paper.countries().stream().map(country -> Countries.name(country, collection.language())).toList());
    }

    private String genre() {
        return words.say("collection.document.MAIN");
    }

    private String note(CollectedPaper paper) {
        return words.say("bibliography.note", paper.revision(), words.date(paper.acceptedAt()), collection.call().content().title());
    }

    private static LocalDate day(CollectedPaper paper) {
        return paper.acceptedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String escaped(String text) {
        return InertText.of(text).replace('\n', ' ').codePoints()
                .mapToObj(letter -> ESCAPED.getOrDefault(letter, Character.toString(letter))).collect(Collectors.joining());
    }
}
