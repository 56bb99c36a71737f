package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code of a passage of which two coders said different things.
 *
 * @param place of the passage in the sample
 * @param code which code
 * @param first what the first said; null where that person did not put it
 * @param second what the second said; likewise
 */
public record Disagreement(int place, CodeId code, @Nullable BlindCode first, @Nullable BlindCode second) {

    /** In the order of these places. */
    public static List<Disagreement> of(Map<Integer, List<BlindCode>> first, Map<Integer, List<BlindCode>> second, Collection<Integer> places) {
        List<Disagreement> found = new ArrayList<>();
        for (int place : places) {
            List<BlindCode> one = first.getOrDefault(place, List.of());
            List<BlindCode> other = second.getOrDefault(place, List.of());
            for (CodeId code : Stream.concat(one.stream(), other.stream()).map(BlindCode::code).distinct().toList()) {
                Optional<BlindCode> says = find(one, code);
                Optional<BlindCode> saysToo = find(other, code);
                if (!says.equals(saysToo)) {
                    found.add(new Disagreement(place, code, says.orElse(null), saysToo.orElse(null)));
                }
            }
        }
        return found;
    }

    /** What both said alike, by place. */
    public static Map<Integer, List<BlindCode>> agreed(Map<Integer, List<BlindCode>> first, Map<Integer, List<BlindCode>> second) {
        Map<Integer, List<BlindCode>> agreed = new TreeMap<>();
        first.forEach((place, codes) -> {
            List<BlindCode> alike = codes.stream().filter(second.getOrDefault(place, List.of())::contains).toList();
            if (!alike.isEmpty()) {
                agreed.put(place, alike);
            }
        });
        return agreed;
    }

    private static Optional<BlindCode> find(List<BlindCode> codes, CodeId code) {
        return codes.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
