package org.rapporteur.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns texts into vectors of length 1, so that long texts weigh as much as short ones: a dimension for every trait that stands in at least
 * {@value #LEAST_TEXTS} texts.
 */
final class FeatureSpace {

    /** what stands in one text only teaches nothing about others */
    private static final int LEAST_TEXTS = 2;

    private final Traits kind;
    /** by name, from 0 */
    private final Map<String, Dimension> dimensions = new HashMap<>();

    /** @param rarity the more, the fewer texts have it */
    private record Dimension(int place, double rarity) {}

    /** @param texts that it is made for */
    FeatureSpace(Traits kind, List<Tokens> texts) {
        this.kind = kind;
        Map<String, int[]> counts = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (Traits.Trait trait : kind.of(texts.get(i))) {
                // in how many texts, and in which it was last
                int[] count = counts.computeIfAbsent(trait.name(), name -> new int[] {0, -1});
                if (count[1] != i) {
                    count[0]++;
                    count[1] = i;
                }
            }
        }
        List<String> names = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (count[0] >= LEAST_TEXTS) {
                names.add(name);
            }
        });
        names.sort(null);
        names.forEach(name -> dimensions.put(name, new Dimension(dimensions.size(), Math.log((1.0 + texts.size()) / (1 + counts.get(name)[0])) + 1)));
    }

    int size() {
        return dimensions.size();
    }

    /**
     * A point of the space: only where it is not 0.
     *
     * @param places from 0, ascending
     * @param values at these places
     */
    record Point(int[] places, double[] values) {}

    Point point(Tokens text) {
        return point(kind.of(text));
    }

    private Point point(List<Traits.Trait> traits) {
        Map<Dimension, Integer> times = new HashMap<>();
        for (Traits.Trait trait : traits) {
            Dimension dimension = dimensions.get(trait.name());
            if (dimension != null) {
                times.merge(dimension, 1, Integer::sum);
            }
        }
        Dimension[] sorted = times.keySet().toArray(Dimension[]::new);
        Arrays.sort(sorted, (a, b) -> Integer.compare(a.place(), b.place()));
        double[] values = Arrays.stream(sorted).mapToDouble(one -> kind.isWeighted() ? (1 + Math.log(times.get(one))) * one.rarity() : 1).toArray();
        double length = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
        return new Point(Arrays.stream(sorted).mapToInt(Dimension::place).toArray(), Arrays.stream(values).map(value -> value / length).toArray());
    }

    /**
     * How much each word of a text weighs.
     *
     * @param weights by dimension; more than there are may be given
     */
    double[] shares(Tokens text, double[] weights) {
        List<Traits.Trait> traits = kind.of(text);
        Point point = point(traits);
        Map<String, Integer> times = new HashMap<>();
        traits.forEach(trait -> times.merge(trait.name(), 1, Integer::sum));
        double[] shares = new double[text.all().size()];
        for (Traits.Trait trait : traits) {
            Dimension dimension = dimensions.get(trait.name());
            if (dimension != null) {
                double value = point.values()[Arrays.binarySearch(point.places(), dimension.place())];
                for (int i = trait.token(); i < trait.token() + trait.width(); i++) {
                    shares[i] += weights[dimension.place()] * value / times.get(trait.name()) / trait.width();
                }
            }
        }
        return shares;
    }
}
