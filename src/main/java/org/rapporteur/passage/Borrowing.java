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
import java.util.regex.Pattern;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Borrowed.Source;
import org.rapporteur.submission.Access;

/**
 * Finds what in papers is not the countries' own: the words of the call, runs of {@value #RUN} words that papers of other countries have too, covers
 * and forms. The same papers give the same, in whatever order they came.
 */
final class Borrowing {

    static final int RUN = 8;
    private static final int SEVERAL = -1;
    private static final int CALL_RUN = 6;
    private static final int SHORTEST_OF_CALL = 4;
    /** Runs that are kept in memory at once; of more every second is looked at, or every fourth. */
    private static final long MOST_RUNS = 2_000_000;
    /** Opening passages that may be a cover, and how long it may be. */
    private static final int COVER_PLACES = 2;
    private static final int LONGEST_COVER = 60;
    private static final int SHORTEST_SENTENCE = 7;
    private static final int FEWEST_LINES = 3;
    private static final Pattern END = Pattern.compile("[.!?…。][\"'”’»)\\]]*$");
    private static final Pattern BLANK_TO_FILL = Pattern.compile("(?U):\\s*$|_{3,}|\\.{5,}|…{3,}|[☐☑☒□■]|\\[\\s?]|\\(\\s*\\)");

    private final List<CitedPassage> passages;
    private final Set<String> call;
    private final long every;
    /** by hash: the paper that says it, or {@link #SEVERAL} */
    private final Map<Long, Integer> owners = new HashMap<>();

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
        List<Set<CountryCode>> papers = new ArrayList<>();
        Map<Set<CountryCode>, Integer> known = new HashMap<>();
        for (CitedPassage cited : passages) {
            int paper = known.computeIfAbsent(new HashSet<>(cited.countries()), countries -> {
                papers.add(countries);
                return papers.size() - 1;
            });
            for (long run : runs(Shingles.words(cited.passage().text()))) {
                owners.merge(run, paper, (before, now) -> before.equals(now) || before != SEVERAL && !Collections.disjoint(papers.get(before), papers.get(now)) ? before : SEVERAL);
            }
        }
        List<Borrowed> found = new ArrayList<>();
        passages.forEach(cited -> borrowed(cited).ifPresent(found::add));
        return withOthers(found);
    }

    private Optional<Borrowed> borrowed(CitedPassage cited) {
        List<String> words = Shingles.words(cited.passage().text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (isForm(cited.passage().text())) {
            return Optional.of(borrowed(cited, words.size(), words.size(), Source.FORM));
        }
        if (isCover(cited, words.size())) {
            return Optional.of(borrowed(cited, words.size(), words.size(), Source.COVER));
        }
        int ofCall = ofCall(words);
        List<Long> runs = runs(words);
        long shared = runs.stream().filter(run -> owners.get(run) == SEVERAL).count();
        int recurring = runs.isEmpty() ? 0 : (int) Math.round((double) words.size() * shared / runs.size());
        return ofCall == 0 && recurring == 0 ? Optional.empty()
                : Optional.of(borrowed(cited, words.size(), Math.max(ofCall, recurring), ofCall >= recurring ? Source.CALL : Source.RECURRING));
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

    /** Whose papers say the same, of those that everybody may see. */
    private List<Borrowed> withOthers(List<Borrowed> found) {
        Map<Long, Borrowed> recurring = new HashMap<>();
        found.stream().filter(one -> one.from() == Source.RECURRING).forEach(one -> recurring.put(one.passage(), one));
        Map<Long, Set<CountryCode>> sayers = new HashMap<>();
        passages.stream().filter(cited -> recurring.containsKey(cited.passage().id()) && cited.access() == Access.PUBLIC).forEach(cited ->
                runs(Shingles.words(cited.passage().text())).stream().filter(run -> owners.get(run) == SEVERAL)
                        .forEach(run -> sayers.computeIfAbsent(run, key -> new HashSet<>()).addAll(cited.countries())));
        Map<Long, List<CountryCode>> others = new HashMap<>();
        passages.stream().filter(cited -> recurring.containsKey(cited.passage().id())).forEach(cited -> {
            Set<CountryCode> all = new TreeSet<>();
            runs(Shingles.words(cited.passage().text())).forEach(run -> all.addAll(sayers.getOrDefault(run, Set.of())));
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
        String text = cited.passage().text();
        Integer page = cited.passage().locator().page();
        return cited.passage().ordinal() <= COVER_PLACES && (page == null || page == 1) && words <= LONGEST_COVER
                && Sentences.of(text, 0, text.length(), Locale.of(cited.passage().language())).stream().map(span -> text.substring(span.start(), span.end()))
                        .noneMatch(sentence -> END.matcher(sentence).find() && Shingles.words(sentence).size() >= SHORTEST_SENTENCE);
    }

    /** Most lines end in something to be filled in. */
    private static boolean isForm(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.size() >= FEWEST_LINES && 2 * lines.stream().filter(line -> BLANK_TO_FILL.matcher(line).find()).count() > lines.size();
    }
}
