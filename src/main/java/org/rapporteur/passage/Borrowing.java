package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Borrowed.Source;
import org.rapporteur.submission.Access;

/**
 * Finds what in papers is not the countries' own: the words of the call, runs of {@value #RUN} words that papers of two other countries or more have
 * too, covers and forms. What one other country says as well is told, and stays evidence: nobody knows who wrote it first. The same papers give the same, in whatever order they came.
 */
final class Borrowing {

    static final int RUN = 8;
    private static final Sayers SEVERAL = new Sayers(-1, -1);
    private static final int CALL_RUN = 6;
    private static final int SHORTEST_OF_CALL = 4;
    /** Runs that are kept in memory at once; of more every second is looked at, or every fourth. */
    private static final long MOST_RUNS = 2_000_000;
    /** Opening passages that may be a cover, and how long it may be. */
    private static final int COVER_PLACES = 2;
    private static final int LONGEST_COVER = 40;
    private static final int SHORTEST_SENTENCE = 7;
    private static final int FEWEST_LINES = 3;
    private static final Pattern END = Pattern.compile("[.!?…。][\"'”’»)\\]]*$");
    private static final Pattern ROOM = Pattern.compile("_{3,}|\\.{5,}|…{3,}|[☐☑☒□■]|\\[\\s?]|\\(\\s*\\)");

    private final List<CitedPassage> passages;
    private final Set<String> call;
    private final long every;
    /** by hash; {@link #SEVERAL} where papers of three countries or more say it */
    private final Map<Long, Sayers> sayers = new HashMap<>();
    private final List<Set<CountryCode>> papers = new ArrayList<>();

    private Borrowing(List<CitedPassage> passages, Collection<String> call) {
        this.passages = passages;
        this.call = new HashSet<>();
        call.stream().map(Shingles::words).filter(words -> words.size() >= SHORTEST_OF_CALL)
                .forEach(words -> this.call.addAll(Shingles.of(String.join(" ", words), Math.min(CALL_RUN, words.size()))));
        long words = passages.stream().mapToLong(cited -> cited.passage().text().length() / 6L).sum();
        this.every = Math.max(1, Long.highestOneBit(words / MOST_RUNS) * 2);
    }

    /**
     * What is borrowed, by passage; passages that are all their country's own are missing.
     *
     * @param passages those in force of a call
     * @param call what the call says
     */
    static List<Borrowed> of(List<CitedPassage> passages, Collection<String> call) {
        Borrowing borrowing = new Borrowing(passages, call);
        return borrowing.find();
    }

    private List<Borrowed> find() {
        Map<Set<CountryCode>, Sayers> alone = new HashMap<>();
        for (CitedPassage cited : passages) {
            Sayers paper = alone.computeIfAbsent(new HashSet<>(cited.countries()), countries -> {
                papers.add(countries);
                return new Sayers(papers.size() - 1, -1);
            });
            runs(Shingles.words(cited.passage().text())).forEach(run -> sayers.merge(run, paper, (before, now) -> with(before, now.first())));
        }
        List<Borrowed> found = new ArrayList<>();
        passages.forEach(cited -> borrowed(cited).ifPresent(found::add));
        return withOthers(found);
    }

    /** Whose papers say the same: one or two; places in {@link #papers}, -1 for none. Papers of the same country are one. */
    private record Sayers(int first, int second) {

        boolean areMany() {
            return first < 0;
        }

        boolean areTwo() {
            return areMany() || second >= 0;
        }
    }

    private Sayers with(Sayers before, int paper) {
        if (before.areMany() || isSame(before.first(), paper) || before.second() >= 0 && isSame(before.second(), paper)) {
            return before;
        }
        return before.second() < 0 ? new Sayers(before.first(), paper) : SEVERAL;
    }

    private boolean isSame(int one, int other) {
        return one == other || !Collections.disjoint(papers.get(one), papers.get(other));
    }

    private Optional<Borrowed> borrowed(CitedPassage cited) {
        List<String> words = Shingles.words(cited.passage().text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (isForm(cited)) {
            return Optional.of(borrowed(cited, words.size(), words.size(), Source.FORM));
        }
        if (isCover(cited, words.size())) {
            return Optional.of(borrowed(cited, words.size(), words.size(), Source.COVER));
        }
        int ofCall = ofCall(words);
        List<Long> runs = runs(words);
        int recurring = share(words, runs, Sayers::areMany);
        int shared = share(words, runs, Sayers::areTwo);
        if (2 * Math.max(ofCall, recurring) <= words.size() && 2 * shared > words.size()) {
            return Optional.of(borrowed(cited, words.size(), shared, Source.SHARED));
        }
        return ofCall == 0 && recurring == 0 ? Optional.empty()
                : Optional.of(borrowed(cited, words.size(), Math.max(ofCall, recurring), ofCall >= recurring ? Source.CALL : Source.RECURRING));
    }

    /** As many words as the runs of which it holds are of all. */
    private int share(List<String> words, List<Long> runs, Predicate<Sayers> holds) {
        return runs.isEmpty() ? 0 : (int) Math.round((double) words.size() * runs.stream().map(sayers::get).filter(holds).count() / runs.size());
    }

    private static Borrowed borrowed(CitedPassage cited, int words, int shared, Source from) {
        return new Borrowed(cited.passage().id(), words, shared, from, List.of(), null);
    }

    private int ofCall(List<String> words) {
        BitSet covered = new BitSet();
        for (int length = SHORTEST_OF_CALL; length <= CALL_RUN; length++) {
            for (int i = 0; i + length <= words.size(); i++) {
                if (call.contains(String.join(" ", words.subList(i, i + length)))) {
                    covered.set(i, i + length);
                }
            }
        }
        return covered.cardinality();
    }

    /** Names the countries whose papers say the same, of those that everybody may see. */
    private List<Borrowed> withOthers(List<Borrowed> found) {
        Map<Long, Borrowed> elsewhere = new HashMap<>();
        found.stream().filter(one -> one.from() == Source.RECURRING || one.from() == Source.SHARED).forEach(one -> elsewhere.put(one.passage(), one));
        List<CitedPassage> common = passages.stream().filter(cited -> elsewhere.containsKey(cited.passage().id())).toList();
        Set<Long> sought = new HashSet<>();
        common.forEach(cited -> runs(Shingles.words(cited.passage().text())).stream().filter(run -> sayers.get(run).areTwo()).forEach(sought::add));
        Map<Long, Set<CountryCode>> byRun = new HashMap<>();
        passages.stream().filter(cited -> cited.access() == Access.PUBLIC).forEach(cited -> runs(Shingles.words(cited.passage().text())).stream().filter(sought::contains)
                .forEach(run -> byRun.computeIfAbsent(run, key -> new HashSet<>()).addAll(cited.countries())));
        Map<Long, List<CountryCode>> others = new HashMap<>();
        common.forEach(cited -> {
            Set<CountryCode> all = new TreeSet<>();
            runs(Shingles.words(cited.passage().text())).forEach(run -> all.addAll(byRun.getOrDefault(run, Set.of())));
            cited.countries().forEach(all::remove);
            others.put(cited.passage().id(), List.copyOf(all));
        });
        return found.stream().map(one -> new Borrowed(one.passage(), one.words(), one.shared(), one.from(), others.getOrDefault(one.passage(), List.of()), null)).toList();
    }

    /** The hashes of the runs that are looked at. */
    private List<Long> runs(List<String> words) {
        List<Long> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            long hash = 0;
            for (String word : words.subList(i, i + RUN)) {
                hash = mixed(hash * 31 + word.hashCode());
            }
            if (Long.remainderUnsigned(hash, every) == 0) {
                runs.add(hash);
            }
        }
        return runs;
    }

    /** Spreads the bits: the finalizer of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static long mixed(long value) {
        long spread = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        spread = (spread ^ spread >>> 27) * 0x94D049BB133111EBL;
        return spread ^ spread >>> 31;
    }

    /** Opens its document and holds no sentence. */
    private static boolean isCover(CitedPassage cited, int words) {
        Integer page = cited.passage().locator().page();
        return cited.passage().ordinal() <= COVER_PLACES && (page == null || page == 1) && words <= LONGEST_COVER && !hasSentence(cited);
    }

    /** Most lines end in something to be filled in, and some have room for it; no sentence. */
    private static boolean isForm(CitedPassage cited) {
        List<String> lines = cited.passage().text().lines().filter(line -> !line.isBlank()).toList();
        return lines.size() >= FEWEST_LINES && lines.stream().anyMatch(line -> ROOM.matcher(line).find())
                && 2 * lines.stream().filter(line -> ROOM.matcher(line).find() || line.strip().endsWith(":")).count() > lines.size() && !hasSentence(cited);
    }

    private static boolean hasSentence(CitedPassage cited) {
        String text = cited.passage().text();
        return Sentences.of(text, 0, text.length(), Locale.of(cited.passage().language())).stream().map(span -> text.substring(span.start(), span.end()))
                .anyMatch(sentence -> END.matcher(sentence).find() && Shingles.words(sentence).size() >= SHORTEST_SENTENCE);
    }
}
