package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Access;

/**
 * The runs of {@value #RUN} words that papers of several countries have. For a paper only those of none of its own countries are others: neither
 * its revisions nor its countries' other papers nor joint papers make a run recur. The order of the papers is of no matter.
 */
final class Recurrence {

    private static final int RUN = 8;
    private static final int STRETCH = 16;
    private static final int GOOD_PART = 4;
    private static final int SEVERAL = -1;
    /** Runs that are kept in memory at once; of more every second is looked at, or every fourth. */
    private static final long MOST_RUNS = 2_000_000;

    private final long every;
    /** by hash of a run that papers of different countries have: who says it */
    private final Map<Long, Set<Sayer>> sayers = new HashMap<>();

    /** @param open whether everybody may see where it says so */
    private record Sayer(Set<CountryCode> countries, boolean open) {}

    /**
     * A run in a passage.
     *
     * @param word with which it begins, 0-based
     * @param worded whether half of it and more are words with letters: years along an axis say nothing in common
     */
    private record At(int word, long hash, boolean worded) {}

    /**
     * What of a passage others say too.
     *
     * @param byOne about how many words the paper of one other country has, or those of more; as many as the runs are of all runs
     * @param bySeveral the words, 0-based, of stretches that papers of two other countries or more have that have no country in common; what is
     *     shorter than {@value #STRETCH} words and no more than half of the passage is a term, or a turn of phrase, and left out
     * @param others who says it, of the papers that everybody may see: those that have a good part of it; may be empty
     */
    record Found(int byOne, BitSet bySeveral, List<CountryCode> others) {}

    private Recurrence(long every) {
        this.every = every;
    }

    /** @param passages those in force of a call */
    static Recurrence of(Collection<CitedPassage> passages) {
        long words = passages.stream().mapToLong(cited -> cited.passage().text().length() / 6L).sum();
        Recurrence recurrence = new Recurrence(Math.max(1, Long.highestOneBit(words / MOST_RUNS) * 2));
        Set<Long> different = recurrence.ofDifferent(passages);
        passages.forEach(cited -> {
            Sayer sayer = new Sayer(Set.copyOf(cited.countries()), cited.access() == Access.PUBLIC);
            recurrence.runs(Shingles.words(cited.passage().text())).stream().map(At::hash).filter(different::contains)
                    .forEach(run -> recurrence.sayers.computeIfAbsent(run, key -> new HashSet<>()).add(sayer));
        });
        return recurrence;
    }

    /** What papers of not the very same countries have: few of all runs, so that only of these it is kept who says them. */
    private Set<Long> ofDifferent(Collection<CitedPassage> passages) {
        Map<Set<CountryCode>, Integer> known = new HashMap<>();
        Map<Long, Integer> first = new HashMap<>();
        passages.forEach(cited -> {
            int whose = known.computeIfAbsent(Set.copyOf(cited.countries()), countries -> known.size());
            runs(Shingles.words(cited.passage().text())).stream().filter(At::worded).forEach(run -> first.merge(run.hash(), whose, (before, now) -> before.equals(now) ? before : SEVERAL));
        });
        first.values().removeIf(whose -> whose != SEVERAL);
        return first.keySet();
    }

    /** @param words of a passage of these countries, all of them */
    Found in(List<String> words, Collection<CountryCode> countries) {
        List<At> runs = runs(words);
        Map<At, List<Sayer>> elsewhere = new LinkedHashMap<>();
        runs.forEach(run -> elsewhere.put(run, sayers.getOrDefault(run.hash(), Set.of()).stream().filter(sayer -> Collections.disjoint(sayer.countries(), countries)).toList()));
        elsewhere.values().removeIf(List::isEmpty);
        BitSet covered = new BitSet();
        elsewhere.forEach((run, others) -> covered.set(run.word(), run.word() + (areSeveral(others) ? RUN : 0)));
        BitSet stretches = stretches(covered, words.size());
        List<List<Sayer>> telling = elsewhere.entrySet().stream().filter(entry -> stretches.isEmpty() || stretches.get(entry.getKey().word())).map(Map.Entry::getValue).toList();
        return new Found(runs.isEmpty() ? 0 : (int) Math.round((double) words.size() * elsewhere.size() / runs.size()), stretches, named(telling));
    }

    private static BitSet stretches(BitSet covered, int words) {
        BitSet stretches = new BitSet();
        for (int first = covered.nextSetBit(0), end; first >= 0; first = covered.nextSetBit(end)) {
            end = covered.nextClearBit(first);
            stretches.set(first, end, end - first >= STRETCH || 2 * (end - first) > words);
        }
        return stretches;
    }

    private static List<CountryCode> named(List<List<Sayer>> runs) {
        Map<CountryCode, Integer> times = new TreeMap<>();
        runs.forEach(run -> run.stream().filter(Sayer::open).flatMap(sayer -> sayer.countries().stream()).distinct()
                .forEach(country -> times.merge(country, 1, Integer::sum)));
        return times.entrySet().stream().filter(entry -> GOOD_PART * entry.getValue() >= runs.size()).map(Map.Entry::getKey).toList();
    }

    private static boolean areSeveral(List<Sayer> sayers) {
        return sayers.stream().anyMatch(one -> sayers.stream().anyMatch(other -> Collections.disjoint(one.countries(), other.countries())));
    }

    /** The runs that are looked at. */
    private List<At> runs(List<String> words) {
        List<At> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            long hash = 0;
            for (String word : words.subList(i, i + RUN)) {
                hash = mixed(hash * 31 + word.hashCode());
            }
            if (Long.remainderUnsigned(hash, every) == 0) {
                runs.add(new At(i, hash, 2 * words.subList(i, i + RUN).stream().filter(Recurrence::hasLetter).count() >= RUN));
            }
        }
        return runs;
    }

    private static boolean hasLetter(String word) {
        return word.codePoints().anyMatch(Character::isLetter);
    }

    /** Spreads the bits: the finalizer of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static long mixed(long value) {
        long spread = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        spread = (spread ^ spread >>> 27) * 0x94D049BB133111EBL;
        return spread ^ spread >>> 31;
    }
}
