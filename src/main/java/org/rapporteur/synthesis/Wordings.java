package org.rapporteur.synthesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapporteur.passage.Shingles;

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
        Set<String> shingles = Shingles.of(quoted.words(), SHINGLE);
        return !passages.contains(quoted.excerpt().cited().passage().id())
                && wordings.stream().noneMatch(other -> Shingles.shared(shingles, other) >= NEAR_IDENTICAL);
    }

    void add(Quoted quoted) {
        passages.add(quoted.excerpt().cited().passage().id());
        wordings.add(Shingles.of(quoted.words(), SHINGLE));
    }
}
