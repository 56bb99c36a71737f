package org.rapporteur.report;

import java.util.List;
import java.util.Set;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;

/**
 * A draft as everybody may see it: without sentences whose evidence is no longer for everybody or has been superseded, without quotations of
 * what a country says of a failure, and without the table of marks, which tells of failures too. A section of which nothing is left goes.
 */
final class OpenDraft {

    private final Draft draft;
    private final Set<Long> shown;
    private final Set<PackagedPapers.Failing> failing;

    /** @param shown keys of the passages that everybody may see */
    OpenDraft(Draft draft, Set<Long> shown, Set<PackagedPapers.Failing> failing) {
        this.draft = draft;
        this.shown = Set.copyOf(shown);
        this.failing = Set.copyOf(failing);
    }

    Draft draft() {
        return new Draft(draft.id(), draft.call(), draft.ordinal(), draft.language(), draft.draftedAt(), draft.papersRead(), draft.chapters().stream()
                .map(this::chapter).toList(), List.of(), draft.papers());
    }

    /** How many sentences are not in it. */
    int leftOut() {
        return (int) (statements(draft) - statements(draft()));
    }

    private Draft.Chapter chapter(Draft.Chapter chapter) {
        return new Draft.Chapter(chapter.code(), chapter.heading(), chapter.sections().stream().map(section -> new Draft.Section(section.code(),
                section.heading(), section.question(), section.statements().stream().filter(this::isOpen).toList()))
                .filter(section -> !section.statements().isEmpty()).toList());
    }

    private boolean isOpen(Statement statement) {
        return statement.evidence().stream().allMatch(evidence -> shown.contains(evidence.passage()) && !quotesFailure(statement, evidence));
    }

    private boolean quotesFailure(Statement statement, Evidence evidence) {
        return evidence.quotation() != null && failing.contains(new PackagedPapers.Failing(evidence.passage(), statement.code()));
    }

    private static long statements(Draft draft) {
        return draft.chapters().stream().flatMap(chapter -> chapter.sections().stream()).mapToLong(section -> section.statements().size()).sum();
    }
}
