package org.rapporteur.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How often a code was there and was found: the four counts, and what follows from them. */
record Confusion(int both, int onlyTrue, int onlyFound, int neither) {

    static <T> Confusion of(List<T> items, Predicate<T> truth, Predicate<T> found) {
        int[] counts = new int[4];
        items.forEach(item -> counts[(truth.test(item) ? 0 : 2) + (found.test(item) ? 0 : 1)]++);
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    double precision() {
        return ratio(both, both + onlyFound);
    }

    double recall() {
        return ratio(both, both + onlyTrue);
    }

    /** 0 where nothing was found or nothing was there. */
    double f1() {
        return ratio(2 * both, 2 * both + onlyTrue + onlyFound);
    }

    /** Cohen's kappa; 0 where chance alone explains everything. */
    double kappa() {
        double n = both + onlyTrue + onlyFound + neither;
        double observed = ratio(both + neither, n);
        double chance = ratio((both + onlyTrue) * (double) (both + onlyFound) + (neither + onlyFound) * (double) (neither + onlyTrue), n * n);
        return chance == 1 ? 0 : (observed - chance) / (1 - chance);
    }

    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("precision", precision());
        figures.put("recall", recall());
        figures.put("f1", f1());
        figures.put("kappa", kappa());
        return figures;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
