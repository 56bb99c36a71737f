package org.rapporteur.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;

/** What leads where: the number of each paragraph, and the entries of the evidence list, one for each passage. */
final class References {

    private final Map<String, Integer> paragraphs = new LinkedHashMap<>();
    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    References(Draft draft) {
        draft.chapters().stream()
                .flatMap(chapter -> chapter.sections().stream())
                .flatMap(section -> section.statements().stream())
                .forEach(this::add);
    }

    /**
     * An entry of the evidence list.
     *
     * @param number from 1, in the order of first citation
     * @param evidence that cites the passage first
     * @param bookmarks one for each evidence that cites it
     * @param statements that rest on it, in the order of the report
     */
    record Entry(int number, Evidence evidence, SequencedSet<String> bookmarks, SequencedSet<Statement> statements) {}

    static String bookmark(Statement statement) {
        return "st_" + statement.id() + "_" + statement.version();
    }

    static String bookmark(Evidence evidence) {
        return "ev_" + evidence.id();
    }

    /** The number printed before a statement, from 1 through the report. */
    int paragraph(Statement statement) {
        return paragraphs.get(bookmark(statement));
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    private void add(Statement statement) {
        paragraphs.put(bookmark(statement), paragraphs.size() + 1);
        for (Evidence evidence : statement.evidence()) {
            Entry entry = entries.computeIfAbsent(evidence.passage(), passage -> new Entry(entries.size() + 1, evidence,
                    new LinkedHashSet<>(), new LinkedHashSet<>()));
            entry.bookmarks().add(bookmark(evidence));
            entry.statements().add(statement);
        }
    }
}
