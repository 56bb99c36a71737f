package org.rapporteur.coding;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a classifier is given of a text: points of some spaces, hints such as the codes whose cues fired, each of which weighs {@value #HINT},
 * and what holds whatever a text says. Its dimensions count from 0: those of the spaces in order, of the hints, and the last.
 */
final class Features {

    private static final double HINT = 0.1;

    private final List<FeatureSpace> spaces;
    private final Map<String, Integer> hints = new HashMap<>();
    private final int beforeHints;

    /** @param hints all that there may be */
    Features(List<FeatureSpace> spaces, Collection<String> hints) {
        this.spaces = spaces;
        this.beforeHints = spaces.stream().mapToInt(FeatureSpace::size).sum();
        new TreeSet<>(hints).forEach(hint -> this.hints.put(hint, beforeHints + this.hints.size()));
    }

    /**
     * A text as it is given.
     *
     * @param points one for each space
     * @param hints dimensions, ascending
     */
    record Given(List<FeatureSpace.Point> points, int[] hints) {}

    /** @param some of the hints; others are passed over */
    Given given(List<FeatureSpace.Point> points, Collection<String> some) {
        return new Given(points, some.stream().filter(hints::containsKey).mapToInt(hints::get).sorted().distinct().toArray());
    }

    int size() {
        return beforeHints + hints.size() + 1;
    }

    /** As the library wants it, which counts from 1. */
    Feature[] vector(Given given) {
        List<Feature> features = new ArrayList<>();
        int before = 1;
        for (int i = 0; i < spaces.size(); i++) {
            FeatureSpace.Point point = given.points().get(i);
            for (int j = 0; j < point.places().length; j++) {
                features.add(new FeatureNode(before + point.places()[j], point.values()[j]));
            }
            before += spaces.get(i).size();
        }
        for (int hint : given.hints()) {
            features.add(new FeatureNode(1 + hint, HINT));
        }
        features.add(new FeatureNode(size(), 1));
        return features.toArray(Feature[]::new);
    }

    /**
     * What a text weighs.
     *
     * @param weights by dimension
     */
    double weigh(Given given, double[] weights) {
        double sum = weights[size() - 1];
        int before = 0;
        for (int i = 0; i < spaces.size(); i++) {
            FeatureSpace.Point point = given.points().get(i);
            for (int j = 0; j < point.places().length; j++) {
                sum += weights[before + point.places()[j]] * point.values()[j];
            }
            before += spaces.get(i).size();
        }
        for (int hint : given.hints()) {
            sum += weights[hint] * HINT;
        }
        return sum;
    }
}
