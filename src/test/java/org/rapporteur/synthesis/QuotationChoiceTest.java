package org.rapporteur.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapporteur.coding.CodeId;

class QuotationChoiceTest {

    private static final List<String> COUNTRIES = List.of("AUS", "BEL", "CAN", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "KOR");
    private static final List<String> WORDS = List.of("budget", "office", "minister", "counter", "paper", "partner", "contract", "union",
            "salary", "portal", "register", "signature", "deadline", "region", "auditor", "citizen");

    private final Random random = new Random(20040714);

    @Test
    void noCountrySuppliesMoreThanItsShare() {
        for (int trial = 0; trial < 200; trial++) {
            Map<CodeId, List<Excerpt>> excerpts = excerpts();

            List<Quoted> chosen = flat(new QuotationChoice(new Wordings()).choose(excerpts));

            long most = chosen.stream().collect(Collectors.groupingBy(Quoted::voice, Collectors.counting())).values().stream()
                    .mapToLong(Long::longValue).max().orElseThrow();
            assertThat(most).as("of " + chosen.size()).isLessThanOrEqualTo((long) Math.max(1, 0.15 * chosen.size()));
        }
    }

    @Test
    void countriesAreHeardInTurn() {
        Map<CodeId, List<Excerpt>> excerpts = new LinkedHashMap<>();
        for (String code : List.of("one", "two", "three")) {
            excerpts.put(new CodeId(code), List.of(excerpt("AUS", code), excerpt("BEL", code), excerpt("CAN", code)));
        }

        List<Quoted> chosen = flat(new QuotationChoice(new Wordings()).choose(excerpts));

        assertThat(chosen.stream().collect(Collectors.groupingBy(Quoted::voice, Collectors.counting())).values()).allMatch(n -> n <= 3);
        assertThat(chosen.stream().map(Quoted::voice).distinct()).hasSize(3);
    }

    @Test
    void theSameWordsAreQuotedOnceInTheWholeDraft() {
        Wordings used = new Wordings();
        String text = "The central fund pays half of the cost when other offices use the result.";
        Map<CodeId, List<Excerpt>> first = Map.of(new CodeId("a"), List.of(Excerpts.of("AUS", "a", text)));
        Map<CodeId, List<Excerpt>> second = Map.of(new CodeId("b"), List.of(Excerpts.of("BEL", "b",
                text.replace("result.", "outcome."))));

        assertThat(flat(new QuotationChoice(used).choose(first))).hasSize(1);
        assertThat(flat(new QuotationChoice(used).choose(second))).isEmpty();
    }

    @Test
    void oneCountryAloneIsHeardAllTheSame() {
        Map<CodeId, List<Excerpt>> excerpts = Map.of(new CodeId("a"), List.of(excerpt("AUS", "a")));

        assertThat(flat(new QuotationChoice(new Wordings()).choose(excerpts))).hasSize(1);
    }

    private Map<CodeId, List<Excerpt>> excerpts() {
        Map<CodeId, List<Excerpt>> excerpts = new LinkedHashMap<>();
        for (int code = 0; code < 1 + random.nextInt(8); code++) {
            String name = "code-" + code;
            // the first countries have far more to say than the others
            excerpts.put(new CodeId(name), IntStream.range(0, 1 + random.nextInt(12)).mapToObj(i ->
                    excerpt(COUNTRIES.get((int) (COUNTRIES.size() * Math.pow(random.nextDouble(), 3))), name)).toList());
        }
        return excerpts;
    }

    private Excerpt excerpt(String country, String code) {
        String words = IntStream.range(0, 14).mapToObj(i -> WORDS.get(random.nextInt(WORDS.size()))).collect(Collectors.joining(" "));
        return Excerpts.of(country, code, "The " + words + ".");
    }

    private static List<Quoted> flat(Map<CodeId, List<Quoted>> chosen) {
        return chosen.values().stream().flatMap(List::stream).toList();
    }
}
