package org.rapporteur.desk;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.LostDecision;
import org.rapporteur.passage.Change;
import org.rapporteur.passage.CitedPassage;

/**
 * A decision whose words the paper in force no longer has, as it is shown.
 *
 * @param decision its key
 * @param what "Accepted: grants"
 * @param by who decided, and when
 * @param paper number of the paper
 * @param citation where it was decided
 * @param revision in which that stood
 * @param before what it was decided on
 * @param now the passage that seems to say it now; null where none does
 */
record LostRow(long decision, String what, String by, String paper, String citation, int revision, CitedPassage before, @Nullable CitedPassage now) {

    /** @param changes what became of the paragraphs of the document, from where it was decided to what is in force */
    static LostRow of(LostDecision lost, List<Change> changes, Codebook codebook) {
        Decision decision = lost.decision();
        CitedPassage before = lost.passage();
        String code = codebook.find(decision.code()).map(known -> known.name().in(Locale.ENGLISH)).orElse(decision.code().value());
        return new LostRow(decision.id(), switch (decision.kind()) {
            case ACCEPT -> "Accepted: ";
            case REJECT -> "Rejected: ";
            case ADD -> "Added: ";
        } + code, "%s, %s".formatted(decision.coder(), Moments.shown(decision.at())), before.submission().value(), before.citation(Locale.ENGLISH),
                before.revision(), before, now(before, changes).orElse(null));
    }

    /** Where most of its paragraphs went. */
    private static Optional<CitedPassage> now(CitedPassage before, List<Change> changes) {
        return changes.stream().filter(change -> change.before() != null && change.before().passage().id() == before.passage().id()).map(Change::after)
                .filter(Objects::nonNull).findFirst();
    }
}
