package org.rapporteur.coding;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A passage to learn from. Of a code that is in neither set nobody has said anything, and nothing is learnt.
 *
 * @param id tells it from others of the same text
 * @param language ISO 639-1, or {@code und}
 * @param text never blank
 * @param has codes that it has
 * @param hasNot codes that it has not
 * @param outcome what it reports; empty where nobody has said
 */
record TrainingPassage(String id, String language, String text, Set<CodeId> has, Set<CodeId> hasNot, Optional<Outcome> outcome) {

    TrainingPassage {
        has = Set.copyOf(has);
        hasNot = Set.copyOf(hasNot);
    }

    /** A gold passage says of every code whether it has it. */
    static TrainingPassage of(GoldPassage gold, Codebook codebook) {
        var known = CodingModel.learnable(codebook).collect(Collectors.partitioningBy(code -> (code.kind() == CodeKind.FRAMEWORK ? gold.framework() : gold.themes())
                .contains(code.id().value()), Collectors.mapping(Code::id, Collectors.toSet())));
        return new TrainingPassage(gold.id(), gold.lang(), gold.text(), known.get(true), known.get(false),
                Optional.of(Outcome.valueOf(gold.outcome().toUpperCase(Locale.ROOT))));
    }

    boolean says(CodeId code) {
        return has.contains(code) || hasNot.contains(code);
    }
}
