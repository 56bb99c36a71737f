package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.coding.Cue;
import org.rapporteur.search.PassageQuery;

/** Cues of the codebook as queries: of a choice each way is one. */
final class SisterWords {

    private static final int MOST_WAYS = 6;
    private static final int MOST = 24;

    private SisterWords() {}

    /** What is looked for besides, and how it is written. */
    record Way(String words, PassageQuery query) {}

    static List<Way> of(List<Cue> cues) {
        return cues.stream().flatMap(cue -> ways(cue).stream().limit(MOST_WAYS).map(words -> new Way(String.join(" ", words), query(words, Math.max(0, cue.gap())))))
                .limit(MOST).toList();
    }

    private static List<List<String>> ways(Cue cue) {
        List<List<String>> ways = List.of(List.of());
        for (List<String> alternatives : cue.terms()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> way : ways) {
                for (String alternative : alternatives) {
                    List<String> words = new ArrayList<>(way);
                    words.addAll(List.of(alternative.split("\\s+")));
                    longer.add(words);
                }
            }
            ways = longer.size() > MOST_WAYS ? longer.subList(0, MOST_WAYS) : longer;
        }
        return ways;
    }

    private static PassageQuery query(List<String> words, int gap) {
        if (words.stream().noneMatch(word -> word.endsWith("*"))) {
            return words.size() == 1 ? new PassageQuery.Word(words.getFirst()) : new PassageQuery.Phrase(String.join(" ", words), gap);
        }
        return words.size() == 1 ? new PassageQuery.Pattern(words.getFirst()) : new PassageQuery.Near(words, gap);
    }
}
