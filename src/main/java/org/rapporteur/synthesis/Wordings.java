package org.rapporteur.synthesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rapporteur.passage.Quotation;

/** What a draft has quoted so far, so that no passage and no wording is quoted twice. */
final class Wordings {

    private static final int SHINGLE = 3;
    /** share of the shorter one's runs of three words that stand in the other, from which two quotations say the same */
    private static final double NEAR_IDENTICAL = 0.6;

    private final Set<Long> passages = new HashSet<>();
    private final List<Set<String>> wordings = new ArrayList<>();

    Wordings() {}

    /** Begins with what the other one has. */
    Wordings(Wordings other) {
        passages.addAll(other.passages);
        wordings.addAll(other.wordings);
    }

    boolean isNew(Quoted quoted) {
        Set<String> shingles = shingles(quoted.words());
        return !passages.contains(quoted.excerpt().cited().passage().id())
                && wordings.stream().noneMatch(other -> shared(shingles, other) >= NEAR_IDENTICAL);
    }

    void add(Quoted quoted) {
        passages.add(quoted.excerpt().cited().passage().id());
        wordings.add(shingles(quoted.words()));
    }

    private static double shared(Set<String> one, Set<String> other) {
        int shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : (double) one.stream().filter(other::contains).count() / shorter;
    }

    private static Set<String> shingles(String text) {
        List<String> words = List.of(Quotation.fold(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }
}
