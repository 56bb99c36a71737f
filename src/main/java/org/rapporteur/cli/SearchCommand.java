package org.rapporteur.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Calls;
import org.rapporteur.passage.Sentences;
import org.rapporteur.search.Field;
import org.rapporteur.search.Hit;
import org.rapporteur.search.Indexing;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.search.QueryReader;
import org.rapporteur.search.QueryReading;
import org.rapporteur.search.Results;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: passages with citation, score and highlights. */
@Command(name = "search", mixinStandardHelpOptions = true, description = "Finds passages: words, \"phrases\", AND OR NOT, begin*, theme:incentives.")
final class SearchCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to look for; nothing finds everything.")
    private List<String> words = List.of();

    @Option(names = "--theme", description = "Only passages of this theme, such as incentives.")
    private @Nullable String theme;

    @Option(names = "--country", paramLabel = "ISO3", description = "Only papers of this country.")
    private @Nullable String country;

    @Option(names = "--outcome", description = "success, failure, both or none.")
    private @Nullable String outcome;

    @Option(names = "--framework", description = "leadership, structure or process.")
    private @Nullable String framework;

    @Option(names = "--language", description = "Only passages in this language, such as fr.")
    private @Nullable String language;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "How many passages (default: ${DEFAULT-VALUE}).")
    private int limit;

    SearchCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 10_000) {
            throw Problem.usage("--limit is from 1 to 10000, not %d.".formatted(limit));
        }
        QueryReading reading = QueryReader.read(String.join(" ", words));
        if (reading instanceof QueryReading.Mistaken mistaken) {
            System.err.println(mistaken.sentence());
        }
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            if (context.getBean(Indexing.class).isMissing()) {
                throw Problem.found("The search index of this data folder is missing or was written by another version; run "
                        + "'rapporteur reindex', or 'rapporteur serve', which builds it again by itself.");
            }
            Results results = context.getBean(PassageSearch.class).search(filtered(reading.query()),
                    context.getBean(Calls.class).current().code(), true, 0, limit);
            Print.of(options).show(json(results), () -> lines(results));
            return CommandLineApp.WELL;
        }
    }

    private PassageQuery filtered(PassageQuery query) {
        List<PassageQuery> parts = new ArrayList<>(List.of(query));
        Stream.of(filter(Field.THEME, theme), filter(Field.COUNTRY, country), filter(Field.OUTCOME, outcome),
                filter(Field.FRAMEWORK, framework), filter(Field.LANGUAGE, language)).flatMap(List::stream).forEach(parts::add);
        return new PassageQuery.And(parts);
    }

    private static List<PassageQuery> filter(Field field, @Nullable String value) {
        return value == null ? List.of() : List.of(new PassageQuery.Filter(field, value));
    }

    private static Map<String, Object> json(Results results) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", results.total());
        json.put("hits", results.hits().stream().map(SearchCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("submission", hit.submission());
        json.put("country", hit.country());
        json.put("citation", hit.citation());
        json.put("page", hit.page());
        json.put("paragraph", hit.paragraph());
        json.put("score", hit.score());
        json.put("text", hit.text());
        json.put("highlights", hit.marks().stream().map(mark -> hit.text().substring(mark.start(), mark.end())).toList());
        json.put("themes", hit.themes());
        json.put("inForce", hit.inForce());
        return json;
    }

    private static List<String> lines(Results results) {
        List<String> lines = new ArrayList<>();
        for (Hit hit : results.hits()) {
            lines.add("%s  (%s%s)".formatted(hit.citation(), hit.submission(), hit.themes().isEmpty() ? "" : "; " + String.join(", ", hit.themes())));
            lines.add("    " + marked(hit).replace("\n", "\n    "));
            lines.add("");
        }
        lines.add(results.total() == 0 ? "No passage found; try fewer words, or a beginning such as incentiv*."
                : "%d passages, %d shown".formatted(results.total(), results.hits().size()));
        return lines;
    }

    private static String marked(Hit hit) {
        StringBuilder text = new StringBuilder(hit.text());
        List<Sentences.Span> marks = hit.marks();
        for (int i = marks.size() - 1; i >= 0; i--) {
            text.insert(marks.get(i).end(), "]").insert(marks.get(i).start(), "[");
        }
        return text.toString();
    }
}
