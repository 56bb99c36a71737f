package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Borrowed.Source;
import org.rapporteur.passage.Sentences.Span;

/**
 * Finds what in papers is not the countries' own: the words of the call, what papers of two other countries or more say too, covers and forms. What
 * one other country says as well is told, and stays evidence: nobody knows who wrote it first. The same papers give the same, in whatever order they came.
 */
final class Borrowing {

    private static final int CALL_RUN = 6;
    private static final int SHORTEST_OF_CALL = 4;
    /** Opening passages that may be a cover, and how long it may be. */
    private static final int COVER_PLACES = 2;
    private static final int LONGEST_COVER = 40;
    private static final int SHORTEST_SENTENCE = 7;
    private static final int FEWEST_LINES = 3;
    private static final Pattern END = Pattern.compile("[.!?…。][\"'”’»)\\]]*$");
    private static final Pattern ROOM = Pattern.compile("_{3,}|\\.{5,}|…{3,}|[☐☑☒□■]|\\[\\s?]|\\(\\s*\\)");

    private final Recurrence recurrence;
    private final Set<String> call = new HashSet<>();

    private Borrowing(Recurrence recurrence, Collection<String> texts) {
        this.recurrence = recurrence;
        texts.stream().map(Shingles::words).filter(words -> words.size() >= SHORTEST_OF_CALL)
                .forEach(words -> call.addAll(Shingles.of(words, Math.min(CALL_RUN, words.size()))));
    }

    /**
     * What is borrowed, by passage; passages that are all their country's own are missing.
     *
     * @param passages those in force of a call
     * @param call what the call says
     */
    static List<Borrowed> of(List<CitedPassage> passages, Collection<String> call) {
        Borrowing borrowing = new Borrowing(Recurrence.of(passages), call);
        return passages.stream().flatMap(cited -> borrowing.borrowed(cited).stream()).toList();
    }

    private Optional<Borrowed> borrowed(CitedPassage cited) {
        List<Shingles.Word> located = Shingles.located(cited.passage().text());
        if (located.isEmpty()) {
            return Optional.empty();
        }
        if (isForm(cited)) {
            return Optional.of(whole(cited, located, Source.FORM));
        }
        if (isCover(cited, located.size())) {
            return Optional.of(whole(cited, located, Source.COVER));
        }
        List<String> words = located.stream().map(Shingles.Word::text).toList();
        BitSet ofCall = ofCall(words);
        Recurrence.Found elsewhere = recurrence.in(words, cited.countries());
        BitSet borrowed = (BitSet) ofCall.clone();
        borrowed.or(elsewhere.bySeveral());
        int shared = borrowed.cardinality();
        if (2 * shared <= words.size() && 2 * elsewhere.byOne() > words.size()) {
            return Optional.of(new Borrowed(cited.passage().id(), words.size(), elsewhere.byOne(), Source.SHARED, elsewhere.others(), stretches(borrowed, located), null));
        }
        Source from = ofCall.cardinality() >= elsewhere.bySeveral().cardinality() ? Source.CALL : Source.RECURRING;
        return shared == 0 ? Optional.empty() : Optional.of(new Borrowed(cited.passage().id(), words.size(), shared, from,
                from == Source.CALL ? List.<CountryCode>of() : elsewhere.others(), stretches(borrowed, located), null));
    }

    private static Borrowed whole(CitedPassage cited, List<Shingles.Word> words, Source from) {
        return new Borrowed(cited.passage().id(), words.size(), words.size(), from, List.of(), List.of(new Span(0, cited.passage().text().length())), null);
    }

    private BitSet ofCall(List<String> words) {
        BitSet covered = new BitSet();
        for (int length = SHORTEST_OF_CALL; length <= CALL_RUN; length++) {
            for (int i = 0; i + length <= words.size(); i++) {
                if (call.contains(String.join(" ", words.subList(i, i + length)))) {
                    covered.set(i, i + length);
                }
            }
        }
        return covered;
    }

    private static List<Span> stretches(BitSet covered, List<Shingles.Word> words) {
        List<Span> stretches = new ArrayList<>();
        for (int first = covered.nextSetBit(0); first >= 0; first = covered.nextSetBit(covered.nextClearBit(first))) {
            stretches.add(new Span(words.get(first).start(), words.get(covered.nextClearBit(first) - 1).end()));
        }
        return stretches;
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
