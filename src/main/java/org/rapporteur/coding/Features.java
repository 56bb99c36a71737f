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
 * and what holds whatever a text says.
 */
final class Features {

    private static final double HINT = 0.1;

    private final List<FeatureSpace> spaces;
    private final Map<String, Integer> hints = new HashMap<>();

    /** @param hints all that there may be */
    Features(List<FeatureSpace> spaces, Collection<String> hints) {
        this.spaces = spaces;
        new TreeSet<>(hints).forEach(hint -> this.hints.put(hint, this.hints.size()));
    }

    int size() {
        return spaces.stream().mapToInt(FeatureSpace::size).sum() + hints.size() + 1;
    }

    /**
     * In order of dimension, which begin at 1.
     *
     * @param points one for each space
     * @param some of the hints; others are passed over
     */
    Feature[] of(List<FeatureSpace.Point> points, Collection<String> some) {
        List<Feature> features = new ArrayList<>();
        int before = 1;
        for (int i = 0; i < spaces.size(); i++) {
            FeatureSpace.Point point = points.get(i);
            for (int j = 0; j < point.places().length; j++) {
                features.add(new FeatureNode(before + point.places()[j], point.values()[j]));
            }
            before += spaces.get(i).size();
        }
        for (int hint : some.stream().filter(hints::containsKey).mapToInt(hints::get).sorted().distinct().toArray()) {
            features.add(new FeatureNode(before + hint, HINT));
        }
        features.add(new FeatureNode(size(), 1));
        return features.toArray(Feature[]::new);
    }
}
