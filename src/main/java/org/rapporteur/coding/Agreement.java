package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;

/**
 * How far two people agree who coded the same passages.
 *
 * @param code which code; a theme counts where one of its codes was put
 * @param both how many passages both gave it
 * @param onlyFirst how many the first alone
 * @param onlySecond how many the second alone
 * @param neither how many none of them
 * @param kappa Cohen's; empty where both always said the same, for there chance explains everything
 * @param alpha Krippendorff's, nominal; likewise
 */
public record Agreement(CodeId code, int both, int onlyFirst, int onlySecond, int neither, Optional<Double> kappa, Optional<Double> alpha) {

    /** Of all passages, 0 to 1. */
    public double share() {
        return (double) (both + neither) / (both + onlyFirst + onlySecond + neither);
    }

    /** Of the passages that at least one of them gave the code, 0 to 1: agreement on what is not there does not count. */
    public double shareOfCoded() {
        return (double) both / (both + onlyFirst + onlySecond);
    }

    /**
     * By code in the order of the codebook, those that nobody put left out.
     *
     * @param first what the first said, by place; places without any code may be missing
     * @param places of the passages that both coded
     */
    public static List<Agreement> of(Map<Integer, List<BlindCode>> first, Map<Integer, List<BlindCode>> second, Collection<Integer> places, Codebook codebook) {
        List<Set<CodeId>> one = places.stream().map(place -> codes(first.getOrDefault(place, List.of()), codebook)).toList();
        List<Set<CodeId>> other = places.stream().map(place -> codes(second.getOrDefault(place, List.of()), codebook)).toList();
        Set<CodeId> put = Stream.concat(one.stream(), other.stream()).flatMap(Set::stream).collect(Collectors.toSet());
        return codebook.all().stream().map(Code::id).filter(put::contains)
                .map(code -> of(code, IntStream.range(0, places.size()).mapToObj(i -> new Pair(one.get(i).contains(code), other.get(i).contains(code))).toList())).toList();
    }

    /** How far they agree on status, and on outcome, of the codes that both put; empty where there are none. */
    public static Optional<Double> share(Map<Integer, List<BlindCode>> first, Map<Integer, List<BlindCode>> second, Function<BlindCode, Object> what) {
        List<Boolean> same = new ArrayList<>();
        first.forEach((place, codes) -> codes.forEach(code -> second.getOrDefault(place, List.of()).stream().filter(other -> other.code().equals(code.code()))
                .forEach(other -> same.add(what.apply(code).equals(what.apply(other))))));
        return same.isEmpty() ? Optional.empty() : Optional.of((double) same.stream().filter(Boolean::booleanValue).count() / same.size());
    }

    private record Pair(boolean first, boolean second) {}

    private static Agreement of(CodeId code, List<Pair> pairs) {
        Confusion counts = Confusion.of(pairs, Pair::first, Pair::second);
        CodingAnnotationStudy study = new CodingAnnotationStudy(2);
        pairs.forEach(pair -> study.addItem(pair.first(), pair.second()));
        boolean varied = study.getCategoryCount() > 1;
        return new Agreement(code, counts.both(), counts.onlyTrue(), counts.onlyFound(), counts.neither(),
                varied ? finite(new CohenKappaAgreement(study).calculateAgreement()) : Optional.empty(),
                varied ? finite(new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement()) : Optional.empty());
    }

    private static Optional<Double> finite(double figure) {
        return Double.isFinite(figure) ? Optional.of(figure) : Optional.empty();
    }

    private static Set<CodeId> codes(List<BlindCode> said, Codebook codebook) {
        Set<CodeId> codes = new HashSet<>();
        said.forEach(code -> {
            codes.add(code.code());
            codebook.themeOf(code.code()).ifPresent(theme -> codes.add(theme.id()));
        });
        return codes;
    }
}
