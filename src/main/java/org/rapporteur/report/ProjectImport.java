package org.rapporteur.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.Quotation;
import org.rapporteur.passage.Shingles;

/**
 * Finds the codings of a project on our passages: by place where the text is that of a document of ours, else by its words where they stand in one
 * paper only. What is not found is told, by reason.
 */
final class ProjectImport {

    private static final Actor NOBODY = new Actor("import");
    /** A passage of fewer words, such as a cell that says "Yes", stands in many texts. */
    private static final int FEWEST_WORDS = 5;
    private static final double NEARLY_ALL = 0.8;

    private final RefiProject project;
    private final Map<String, ExchangedDocument> byText;
    private final Map<String, Optional<Code>> codes;
    private final Predicate<CodeId> known;
    private final Map<ExchangedDocument.Standing, String> folded = new LinkedHashMap<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private final List<BroughtCoding> found = new ArrayList<>();
    private int machine;

    private ProjectImport(RefiProject project, List<ExchangedDocument> documents, CodeTree tree) {
        this.project = project;
        this.byText = documents.stream().collect(Collectors.toMap(ExchangedDocument::text, document -> document, (one, same) -> one));
        documents.stream().flatMap(document -> document.passages().stream()).forEach(standing -> folded.put(standing, Quotation.fold(standing.cited().passage().text())));
        this.known = tree::has;
        this.codes = project.codes().stream().flatMap(RefiCode::all).collect(Collectors.toMap(RefiCode::guid, tree::meant, (one, same) -> one));
    }

    /**
     * What a project says of our passages.
     *
     * @param codings in the order of the file
     * @param machine how many codings are of the machine, which codes by itself
     * @param left what was not taken, as sentences
     */
    record Found(List<BroughtCoding> codings, int machine, List<String> left) {}

    static Found of(RefiProject project, List<ExchangedDocument> documents, CodeTree tree) {
        ProjectImport reading = new ProjectImport(project, documents, tree);
        project.sources().forEach(reading::source);
        List<String> left = new ArrayList<>();
        reading.left.forEach((why, count) -> left.add("%d %s".formatted(count, why)));
        project.passedOver().forEach(what -> left.add(what + ", of which Rapporteur has none"));
        return new Found(reading.found, reading.machine, left);
    }

    private void source(RefiProject.Source source) {
        int codings = source.selections().stream().mapToInt(selection -> selection.codings().size()).sum();
        leave("codings on whole documents; Rapporteur codes passages", source.codings().size());
        if (source.text().fault() != null) {
            leave("codings on “%s”: %s".formatted(source.name(), source.text().fault()), codings);
            return;
        }
        int[] offsets = source.text().offsets(source.selections());
        String text = source.text().text();
        for (RefiProject.Selection selection : source.selections()) {
            Optional<SourceText.Stretch> stretch = SourceText.stretch(selection, offsets);
            if (stretch.isEmpty()) {
                leave("codings on “%s” at places that its text does not have".formatted(source.name()), selection.codings().size());
            } else {
                List<Place> places = Optional.ofNullable(byText.get(text)).map(document -> within(document, stretch.get()))
                        .orElseGet(() -> byWords(text.substring(stretch.get().start(), stretch.get().end())));
                selection(source, selection, places);
            }
        }
    }

    /** Part of a passage, or all of it: {@code end} is 0. */
    private record Place(ExchangedDocument.Standing standing, int start, int end) {}

    /** What stands at the same place of the same text. */
    private static List<Place> within(ExchangedDocument document, SourceText.Stretch stretch) {
        List<Place> places = new ArrayList<>();
        for (ExchangedDocument.Standing standing : document.passages()) {
            int start = Math.max(stretch.start(), standing.start());
            int end = Math.min(stretch.end(), standing.end());
            if (start < end && !Shingles.words(document.text().substring(start, end)).isEmpty()) {
                boolean whole = start == standing.start() && end == standing.end();
                places.add(whole ? new Place(standing, 0, 0) : new Place(standing, offset(standing, start), offset(standing, end)));
            }
        }
        return places;
    }

    /** Where a place of the exchanged text, in which line ends are {@code \n}, stands in the passage. */
    private static int offset(ExchangedDocument.Standing standing, int place) {
        String own = standing.cited().passage().text();
        int wanted = place - standing.start();
        int offset = 0;
        for (int seen = 0; seen < wanted; seen++) {
            offset += own.startsWith("\r\n", offset) ? 2 : 1;
        }
        return offset;
    }

    /** Passages that together are nearly all of the stretch, or the one that says the stretch; none where several papers say it. */
    private List<Place> byWords(String words) {
        String sought = Quotation.fold(words);
        if (sought.isEmpty()) {
            return List.of();
        }
        List<Place> whole = new ArrayList<>();
        List<Place> part = new ArrayList<>();
        int covered = 0;
        for (Map.Entry<ExchangedDocument.Standing, String> entry : folded.entrySet()) {
            String own = entry.getKey().cited().passage().text();
            if (Shingles.words(entry.getValue()).size() >= FEWEST_WORDS && sought.contains(entry.getValue())) {
                whole.add(new Place(entry.getKey(), 0, 0));
                covered += entry.getValue().length();
            } else if (entry.getValue().contains(sought)) {
                int start = own.indexOf(words.strip());
                part.add(start < 0 ? new Place(entry.getKey(), 0, 0) : new Place(entry.getKey(), start, start + words.strip().length()));
            }
        }
        List<Place> places = covered >= NEARLY_ALL * sought.length() ? whole : part;
        return places.stream().map(place -> place.standing().cited().submission()).distinct().count() == 1 && (places == whole || part.size() == 1) ? places : List.of();
    }

    private void selection(RefiProject.Source source, RefiProject.Selection selection, List<Place> places) {
        List<CodingNote> notes = CodingNote.in(selection.description());
        for (RefiProject.Coding coding : selection.codings()) {
            Optional<Code> code = codes.getOrDefault(coding.code(), Optional.empty());
            Actor coder = coder(coding.user());
            if (mayBeTaken(coder, code.isPresent(), coding.note())) {
                Optional<CodingNote> note = notes.stream().filter(one -> one.isAbout(code.get().id(), coder.name())).findFirst();
                bring(source, places, place -> new BroughtCoding(place.standing().cited(), code.get().id(), coder, coding.at(), false,
                        note.map(CodingNote::status).orElse(Status.IN_PLACE), note.map(CodingNote::outcome).orElse(Outcome.NONE), place.start(), place.end(), coding.note()));
            }
        }
        notes.stream().filter(CodingNote::rejected).filter(note -> mayBeTaken(actor(note.coder()), known.test(note.code()), note.memo())).forEach(note -> bring(source, places, place -> new BroughtCoding(place.standing().cited(), note.code(),
                actor(note.coder()), note.at(), true, note.status(), note.outcome(), place.start(), place.end(), note.memo())));
    }

    private boolean mayBeTaken(Actor coder, boolean known, String memo) {
        if (coder.equals(Actor.MACHINE)) {
            machine++;
        } else if (!known) {
            leave("codings with codes that the codebook has not", 1);
        } else if (memo.length() > NewDecision.LONGEST_MEMO) {
            leave("codings whose note is longer than %d characters".formatted(NewDecision.LONGEST_MEMO), 1);
        } else {
            return true;
        }
        return false;
    }

    private void bring(RefiProject.Source source, Collection<Place> places, Function<Place, BroughtCoding> coding) {
        if (places.isEmpty()) {
            leave("codings on words of “%s” that stand in no paper here, or in several".formatted(source.name()), 1);
        }
        places.stream().map(coding).forEach(found::add);
    }

    private Actor coder(String guid) {
        return actor(project.users().getOrDefault(guid, ""));
    }

    private static Actor actor(String name) {
        String plain = name.strip().replaceAll("\\p{Cntrl}", " ");
        return plain.isEmpty() || plain.length() > 200 ? NOBODY : new Actor(plain);
    }

    private void leave(String why, int count) {
        if (count > 0) {
            left.merge(why, count, Integer::sum);
        }
    }
}
