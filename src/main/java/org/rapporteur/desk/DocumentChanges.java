package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.passage.Change;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Comparison;
import org.rapporteur.submission.DocumentRole;

/**
 * What a revision changed in one document.
 *
 * @param role what it is in the paper, in words
 * @param before name of the file it replaced; empty where it is new
 * @param after name of the file; empty where it is gone
 * @param same how many of its paragraphs are unchanged
 * @param lines what was changed, in order, and between them how much was not
 */
record DocumentChanges(String role, String before, String after, int same, List<Line> lines) {

    /**
     * A paragraph that was changed, or some that were not.
     *
     * @param word changed, moved, added, gone; empty for those that were not
     * @param citation of the passage that holds it: "Korea, para. 12"
     * @param passage key of the passage that holds it now; 0 where it is gone
     * @param language ISO 639-1
     * @param unchanged how many were not changed; 0 for one that was
     * @param text of the paragraph
     */
    record Line(String word, String citation, long passage, String language, int unchanged, List<Change.Stretch> text) {}

    DocumentChanges {
        lines = List.copyOf(lines);
    }

    static DocumentChanges kept(DocumentRole role, String name, List<CitedPassage> read) {
        return new DocumentChanges(RevisionRow.word(role), name, name, Comparison.of(read, read).size(), List.of());
    }

    static DocumentChanges changed(DocumentRole role, String before, String after, List<CitedPassage> old, List<CitedPassage> fresh) {
        List<Line> lines = new ArrayList<>();
        int all = 0;
        int same = 0;
        for (Change change : Comparison.of(old, fresh)) {
            if (change.kind() == Change.Kind.SAME) {
                same++;
                all++;
                continue;
            }
            addUnchanged(lines, same);
            same = 0;
            lines.add(line(change));
        }
        addUnchanged(lines, same);
        return new DocumentChanges(RevisionRow.word(role), before, after, all, lines);
    }

    /** How many paragraphs of all documents were changed in which way, in words, in the order of the kinds. */
    static Map<String, Integer> counts(List<DocumentChanges> documents) {
        Map<Change.Kind, Integer> counts = new EnumMap<>(Change.Kind.class);
        for (Change.Kind kind : Change.Kind.values()) {
            counts.put(kind, 0);
        }
        documents.forEach(document -> counts.merge(Change.Kind.SAME, document.same(), Integer::sum));
        documents.stream().flatMap(document -> document.lines().stream()).filter(line -> line.unchanged() == 0)
                .forEach(line -> counts.merge(Change.Kind.valueOf(line.word().toUpperCase(Locale.ROOT)), 1, Integer::sum));
        Map<String, Integer> words = new java.util.LinkedHashMap<>();
        counts.forEach((kind, count) -> words.put(kind == Change.Kind.SAME ? "unchanged" : kind.name().toLowerCase(Locale.ROOT), count));
        return words;
    }

    private static void addUnchanged(List<Line> lines, int count) {
        if (count > 0) {
            lines.add(new Line("", "", 0, "", count, List.of()));
        }
    }

    private static Line line(Change change) {
        CitedPassage passage = change.passage();
        return new Line(change.kind().name().toLowerCase(Locale.ROOT), passage.citation(Locale.ENGLISH),
                change.after() == null ? 0 : passage.passage().id(), passage.passage().language(), 0, change.text());
    }
}
