package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decisions;
import org.rapporteur.passage.Borrowed;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Sentences.Span;
import org.rapporteur.passage.Shingles;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the reader shows of a paper: its passages with codes, what of it is not its country's own, and what was searched for. */
@Component
class ReaderView {

    private final Coded coded;
    private final Decisions decisions;
    private final OwnWords ownWords;
    private final DeskSearch search;

    ReaderView(Coded coded, Decisions decisions, OwnWords ownWords, DeskSearch search) {
        this.coded = coded;
        this.decisions = decisions;
        this.ownWords = ownWords;
        this.search = search;
    }

    /** A heading in the list of contents. */
    record Entry(int level, String text, String language, long passage) {}

    /**
     * Where a passage that was searched for stands among the others.
     *
     * @param number 1-based
     * @param previous key of the passage before; 0 for the first
     * @param next key of the passage after; 0 for the last
     */
    record Place(int number, int of, long previous, long next) {}

    /** @param query what is searched for in the paper; empty for nothing */
    void show(Call call, List<CitedPassage> shown, String query, Visitor visitor, Model model) {
        Codebook codebook = coded.codebook(call);
        List<Long> extractions = shown.stream().map(cited -> cited.passage().extraction()).distinct().toList();
        List<PaperLine> lines = PaperLine.of(shown, coded.effective(extractions), decisions.standing(extractions), codebook);
        Map<Long, Borrowed> borrowed = ownWords.of(extractions);
        Map<Long, List<Span>> hits = query.isBlank() || shown.isEmpty() ? Map.of() : search.inPaper(query, shown.getFirst().submission(), visitor);
        model.addAttribute("lines", lines).addAttribute("contents", contents(lines)).addAttribute("own", own(shown, borrowed))
                .addAttribute("borrowed", notes(shown, borrowed)).addAttribute("stretches", stretches(shown, borrowed, hits))
                .addAttribute("query", query).addAttribute("places", places(shown, hits)).addAttribute("groups", CodeGroup.all(codebook))
                .addAttribute("themes", themes(codebook));
    }

    /** The number of each theme by its name, by which its colour is chosen; from 1. */
    private static Map<String, Integer> themes(Codebook codebook) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        codebook.themes().stream().map(Code::name).map(name -> name.in(Locale.ENGLISH)).forEach(name -> numbers.put(name, numbers.size() + 1));
        return numbers;
    }

    private static List<Entry> contents(List<PaperLine> lines) {
        return lines.stream().flatMap(line -> line.headings().stream().filter(heading -> heading.level() <= 3)
                .map(heading -> new Entry(heading.level(), heading.text(), line.cited().passage().language(), line.cited().passage().id()))).toList();
    }

    private static Map<Long, Place> places(List<CitedPassage> shown, Map<Long, List<Span>> hits) {
        List<Long> found = shown.stream().map(cited -> cited.passage().id()).filter(hits::containsKey).toList();
        Map<Long, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            places.put(found.get(i), new Place(i + 1, found.size(), i == 0 ? 0 : found.get(i - 1), i + 1 == found.size() ? 0 : found.get(i + 1)));
        }
        return places;
    }

    private static Map<Long, List<Stretch>> stretches(List<CitedPassage> shown, Map<Long, Borrowed> borrowed, Map<Long, List<Span>> hits) {
        return shown.stream().map(CitedPassage::passage).collect(Collectors.toMap(passage -> passage.id(), passage -> {
            Borrowed one = borrowed.get(passage.id());
            return Stretch.of(passage.text(), one == null || one.declaredBy() != null ? new ArrayList<>() : one.stretches(), hits.getOrDefault(passage.id(), List.of()));
        }));
    }

    private static Long own(List<CitedPassage> shown, Map<Long, Borrowed> borrowed) {
        int words = shown.stream().mapToInt(cited -> Shingles.words(cited.passage().text()).size()).sum();
        int foreign = shown.stream().map(cited -> borrowed.get(cited.passage().id())).filter(one -> one != null).mapToInt(one -> one.words() - one.own()).sum();
        return words == 0 ? null : Math.round(100.0 * (words - foreign) / words);
    }

    private static Map<Long, OwnNote> notes(List<CitedPassage> shown, Map<Long, Borrowed> borrowed) {
        return shown.stream().filter(cited -> borrowed.containsKey(cited.passage().id()))
                .collect(Collectors.toMap(cited -> cited.passage().id(), cited -> OwnNote.of(borrowed.get(cited.passage().id()))));
    }
}
