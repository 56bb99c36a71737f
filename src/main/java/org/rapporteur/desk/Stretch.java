package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rapporteur.passage.Sentences.Span;

/**
 * A stretch of a passage that is shown in one way.
 *
 * @param text verbatim, never empty
 * @param borrowed whether it is not the country's own words
 * @param hit whether it was searched for
 */
record Stretch(String text, boolean borrowed, boolean hit) {

    /** Cuts a text wherever a mark of either kind begins or ends; marks outside of the text are passed over. */
    static List<Stretch> of(String text, List<Span> borrowed, List<Span> hits) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (List<Span> marks : List.of(borrowed, hits)) {
            marks.stream().filter(mark -> mark.start() >= 0 && mark.end() <= text.length()).forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (Integer cut = cuts.first(); cuts.higher(cut) != null; cut = cuts.higher(cut)) {
            stretches.add(new Stretch(text.substring(cut, cuts.higher(cut)), covers(borrowed, cut), covers(hits, cut)));
        }
        return stretches;
    }

    private static boolean covers(List<Span> marks, int place) {
        return marks.stream().anyMatch(mark -> mark.start() <= place && place < mark.end());
    }
}
