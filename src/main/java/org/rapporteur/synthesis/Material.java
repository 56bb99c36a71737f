package org.rapporteur.synthesis;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;

/**
 * What a draft may be drawn from: the passages in force with the codings that count. A language version says again what its paper
 * says, so it is left out; so is what is restricted, unnamed or not for quotation, because a draft goes to everybody.
 */
final class Material {

    private final Map<CodeId, List<Excerpt>> byCode;

    private Material(Map<CodeId, List<Excerpt>> byCode) {
        this.byCode = byCode;
    }

    static Material of(List<CitedPassage> inForce, Map<Long, List<EffectiveCoding>> codings) {
        return new Material(inForce.stream().filter(Material::mayBeQuoted)
                .flatMap(cited -> codings.getOrDefault(cited.passage().id(), List.of()).stream().map(coding -> new Excerpt(cited, coding)))
                .collect(Collectors.groupingBy(excerpt -> excerpt.coding().code())));
    }

    /** The excerpts under a code, the best first; may be empty. */
    List<Excerpt> under(CodeId code) {
        return byCode.getOrDefault(code, List.of()).stream().sorted(Excerpt.BEST_FIRST).toList();
    }

    /** The best excerpt of each paper, in the order given by the countries they speak for. */
    static List<Excerpt> bestOfEachPaper(Collection<Excerpt> excerpts, Comparator<Excerpt> order) {
        Map<String, Excerpt> best = new LinkedHashMap<>();
        excerpts.stream().sorted(Excerpt.BEST_FIRST).forEach(excerpt -> best.putIfAbsent(excerpt.cited().submission().toString(), excerpt));
        return best.values().stream().sorted(order).toList();
    }

    private static boolean mayBeQuoted(CitedPassage cited) {
        return cited.role() != DocumentRole.LANGUAGE_VERSION && cited.access() == Access.PUBLIC
                && cited.attribution() == Attribution.NAMED;
    }
}
