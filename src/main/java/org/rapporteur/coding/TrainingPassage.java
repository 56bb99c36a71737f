package org.rapporteur.coding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A passage to learn from. Of a code that is in neither set nobody has said anything, and nothing is learnt.
 *
 * @param id tells it from others of the same text
 * @param language ISO 639-1, or {@code und}
 * @param text never blank
 * @param has codes that it has
 * @param hasNot codes that it has not
 * @param outcome what it reports; empty where nobody has said
 * @param whole whether it was read for every code, and so belongs to those that tell how common a code is; people at the desk decide mostly on what
 *     was proposed
 */
record TrainingPassage(String id, String language, String text, Set<CodeId> has, Set<CodeId> hasNot, Optional<Outcome> outcome, boolean whole) {

    TrainingPassage {
        has = Set.copyOf(has);
        hasNot = Set.copyOf(hasNot);
    }

    /** What people decided on some of the codes of a text. */
    static TrainingPassage decided(String id, String language, String text, Set<CodeId> has, Set<CodeId> hasNot, Optional<Outcome> outcome) {
        return new TrainingPassage(id, language, text, has, hasNot, outcome, false);
    }

    /** Gold passages: each says whether it has them of all codes that any of them names; of others their coders knew nothing. */
    static List<TrainingPassage> of(Collection<GoldPassage> gold, Codebook codebook) {
        Set<String> named = gold.stream().flatMap(one -> Stream.concat(one.themes().stream(), one.framework().stream())).collect(Collectors.toSet());
        List<Code> codes = CodingModel.learnable(codebook).filter(code -> named.contains(code.id().value())).toList();
        return gold.stream().map(one -> of(one, codes)).toList();
    }

    private static TrainingPassage of(GoldPassage gold, List<Code> codes) {
        var known = codes.stream().collect(Collectors.partitioningBy(code -> (code.kind() == CodeKind.FRAMEWORK ? gold.framework() : gold.themes())
                .contains(code.id().value()), Collectors.mapping(Code::id, Collectors.toSet())));
        return new TrainingPassage(gold.id(), gold.lang(), gold.text(), known.get(true), known.get(false),
                Optional.of(Outcome.valueOf(gold.outcome().toUpperCase(Locale.ROOT))), true);
    }

    boolean says(CodeId code) {
        return has.contains(code) || hasNot.contains(code);
    }
}
