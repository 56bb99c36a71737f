package org.rapporteur.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/**
 * Passages as a collection of many papers has them: each of two to four sentences of the passages that ship to be learnt from, in which about one word
 * of ten is replaced by one of 200,000 made-up ones, by Zipf's law, so that the vocabulary grows as that of real papers does. The same seed gives the same.
 */
final class GeneratedPassages {

    static final List<String> COUNTRIES = List.of("AUS", "AUT", "BEL", "CAN", "CHE", "CZE", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "GRC", "HUN", "IRL", "ISL", "ITA", "JPN",
            "KOR", "LUX", "MEX", "NLD", "NOR", "NZL", "POL", "PRT", "SVK", "SWE", "TUR", "USA");
    private static final List<String> THEMES = List.of("incentives", "partnership", "commitment");
    private static final List<String> STATUSES = List.of("in-place", "trial", "proposed", "ended", "rejected");
    private static final List<String> OUTCOMES = List.of("none", "success", "failure", "both");
    private static final int MADE_UP = 200_000;

    private final List<String> sentences = new ArrayList<>();
    private final Random chance = new Random(2004);

    GeneratedPassages() throws IOException {
        for (String file : List.of("en-a.jsonl", "en-b.jsonl", "gold.jsonl")) {
            var in = GeneratedPassages.class.getResourceAsStream("/coding/training/" + file);
            if (in != null) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst(".*\"text\":\\s*\"", "").replaceFirst("\"\\s*[,}].*", "").replace("\\\"", "'"))
                        .flatMap(text -> java.util.Arrays.stream(text.split("(?<=[.!?])\\s+"))).filter(sentence -> sentence.length() > 30).forEach(sentences::add);
            }
        }
        if (sentences.size() < 200) {
            throw new IllegalStateException("only " + sentences.size() + " sentences to make passages of");
        }
    }

    PassageEntry next(long id, long paper) {
        StringBuilder text = new StringBuilder();
        for (int i = 2 + chance.nextInt(3); i > 0; i--) {
            text.append(text.isEmpty() ? "" : " ").append(varied(sentences.get(chance.nextInt(sentences.size()))));
        }
        String country = COUNTRIES.get((int) (paper % COUNTRIES.size()));
        int ordinal = (int) (id % 200) + 1;
        Passage passage = new Passage(id, paper, ordinal, new Locator(1 + ordinal / 8, String.valueOf(ordinal), List.of("Chapter " + (1 + ordinal / 20)), 0, text.length()), "en", text.toString());
        CitedPassage cited = new CitedPassage(passage, new SubmissionNumber("MCH-2004-%s-%03d".formatted(country, 1 + paper / COUNTRIES.size() % 999)), 1, true, DocumentRole.MAIN, "en",
                List.of(new CountryCode(country)), chance.nextInt(50) == 0 ? Access.RESTRICTED : Access.PUBLIC, Attribution.NAMED);
        return new PassageEntry(cited, values(cited, country));
    }

    private Map<Field, List<String>> values(CitedPassage cited, String country) {
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        values.put(Field.COUNTRY, List.of(country));
        values.put(Field.ACCESS, List.of(cited.access().name()));
        values.put(Field.IN_FORCE, List.of("yes"));
        values.put(Field.CALL, List.of("MCH-2004"));
        values.put(Field.SUBMISSION, List.of(cited.submission().value()));
        values.put(Field.LANGUAGE, List.of("en"));
        values.put(Field.FIGURE, List.of(Figures.named(cited.passage().text()) ? "yes" : "no"));
        values.put(Field.PAPER_STATE, List.of("first", "in-time"));
        if (chance.nextInt(3) == 0) {
            String theme = THEMES.get(chance.nextInt(THEMES.size()));
            String question = theme + "-" + (1 + chance.nextInt(5));
            String status = STATUSES.get(chance.nextInt(STATUSES.size()));
            String outcome = OUTCOMES.get(chance.nextInt(OUTCOMES.size()));
            values.put(Field.THEME, List.of(theme));
            values.put(Field.QUESTION, List.of(question));
            values.put(Field.CODE, List.of(question + "-" + (1 + chance.nextInt(3))));
            values.put(Field.STATUS, List.of(status));
            values.put(Field.OUTCOME, List.of(outcome));
            values.put(Field.CODER, List.of("machine"));
            values.put(Field.MARK, List.of(theme + "|" + country, theme + "|" + country + "|" + status + "|" + outcome, question + "|" + country,
                    question + "|" + country + "|" + status + "|" + outcome));
        }
        return values;
    }

    private String varied(String sentence) {
        StringBuilder varied = new StringBuilder();
        for (String word : sentence.split(" ")) {
            varied.append(varied.isEmpty() ? "" : " ").append(chance.nextInt(10) == 0 ? "w" + Integer.toString((int) (MADE_UP * Math.pow(chance.nextDouble(), 4)), 36) : word);
        }
        return varied.toString();
    }
}
