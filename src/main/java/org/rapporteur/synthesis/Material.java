package org.rapporteur.synthesis;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/**
 * What a draft may be drawn from: the passages in force with the codings that count. A language version says again what its paper
 * says, so it is left out; so is what is restricted, unnamed or not for quotation, because a draft goes to everybody. Sentences,
 * marks and the number of papers read are all taken from here, so that none of them knows more than the others.
 */
final class Material {

    private final Map<SubmissionNumber, List<CitedPassage>> usable;
    private final Map<SubmissionNumber, Exclusion> excluded;
    private final Map<CodeId, List<Excerpt>> byCode;
    private final List<Excerpt> excerpts;

    private Material(List<CitedPassage> inForce, Map<Long, List<EffectiveCoding>> codings) {
        List<CitedPassage> once = inForce.stream().filter(cited -> cited.role() != DocumentRole.LANGUAGE_VERSION).toList();
        this.excerpts = once.stream().filter(Material::mayBeUsed).flatMap(cited -> codings
                .getOrDefault(cited.passage().id(), List.of()).stream().map(coding -> new Excerpt(cited, coding))).toList();
        this.usable = once.stream().filter(Material::mayBeUsed).collect(Collectors.groupingBy(CitedPassage::submission));
        this.excluded = once.stream().filter(cited -> !usable.containsKey(cited.submission()))
                .collect(Collectors.toMap(CitedPassage::submission, cited -> Exclusion.of(cited).orElseThrow(), Exclusion::stricter));
        this.byCode = excerpts.stream().collect(Collectors.groupingBy(excerpt -> excerpt.coding().code()));
    }

    /** @param codings on which something may be built */
    static Material of(List<CitedPassage> inForce, Map<Long, List<EffectiveCoding>> codings) {
        return new Material(inForce, codings);
    }

    /** How many papers have at least one passage that may be used: the denominator of every count. */
    int papersRead() {
        return usable.size();
    }

    /** The passages of a paper that may be used; may be empty. */
    List<CitedPassage> of(SubmissionNumber paper) {
        return usable.getOrDefault(paper, List.of());
    }

    /** Why nothing of a paper may be used, though it has passages. */
    Optional<Exclusion> exclusion(SubmissionNumber paper) {
        return Optional.ofNullable(excluded.get(paper));
    }

    /** Whether a paper that stands for the country was read. */
    boolean hasRead(CountryCode country) {
        return usable.values().stream().anyMatch(passages -> passages.getFirst().countries().contains(country));
    }

    /** Every excerpt of the papers that stand for the country. */
    List<Excerpt> of(CountryCode country) {
        return excerpts.stream().filter(excerpt -> excerpt.countries().contains(country)).toList();
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

    private static boolean mayBeUsed(CitedPassage cited) {
        return Exclusion.of(cited).isEmpty();
    }
}
