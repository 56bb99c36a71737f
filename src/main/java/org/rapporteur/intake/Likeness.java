package org.rapporteur.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.Extraction;

/** Whether two texts are one paper: revised, or in another language. */
final class Likeness {

    private static final int SHINGLE = 3;
    /** share of the shorter text's runs of three words that stand in the other; unrelated papers of one field stay below 0.05 */
    private static final double REVISED = 0.3;
    /** share of the figures in common; translations keep theirs */
    private static final double TRANSLATED = 0.5;
    private static final int FEWEST_FIGURES = 5;
    private static final Pattern FIGURE = Pattern.compile("\\d+");

    private Likeness() {}

    static boolean sameText(Extraction one, Extraction other) {
        return shared(shingles(one), shingles(other)) >= REVISED;
    }

    static boolean sameInAnotherLanguage(Extraction one, Extraction other) {
        Set<String> figures = figures(one);
        Set<String> others = figures(other);
        return !one.language().equals(other.language()) && Math.min(figures.size(), others.size()) >= FEWEST_FIGURES
                && shared(figures, others) >= TRANSLATED;
    }

    /** Share of all runs of three words of both that they have in common, 0..1: the order among several that are like one. */
    static double nearness(Extraction one, Extraction other) {
        Set<String> common = new HashSet<>(shingles(one));
        Set<String> all = new HashSet<>(shingles(other));
        int sum = common.size() + all.size();
        common.retainAll(all);
        return sum == 0 ? 0 : (double) common.size() / (sum - common.size());
    }

    private static double shared(Set<String> one, Set<String> other) {
        int shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : (double) one.stream().filter(other::contains).count() / shorter;
    }

    private static Set<String> shingles(Extraction extraction) {
        List<String> words = Arrays.stream(text(extraction).toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")).toList();
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }

    private static Set<String> figures(Extraction extraction) {
        return FIGURE.matcher(text(extraction)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String text(Extraction extraction) {
        return extraction.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
