package org.rapporteur.coding;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/** A logistic regression: the same vectors in the same order give the same weights. */
final class LinearClassifier {

    private static final double EPSILON = 0.001;

    static {
        Linear.disableDebugOutput();
    }

    private final Model model;

    private LinearClassifier(Model model) {
        this.model = model;
    }

    /**
     * Learns from vectors.
     *
     * @param dimensions of all vectors
     * @param labels one for each vector, from 0
     * @param c how closely the vectors are to be followed, such as 10
     */
    static LinearClassifier train(List<Feature[]> vectors, int dimensions, int[] labels, double c) {
        Problem problem = new Problem();
        problem.l = labels.length;
        problem.n = dimensions;
        problem.x = vectors.toArray(Feature[][]::new);
        problem.y = Arrays.stream(labels).asDoubleStream().toArray();
        return new LinearClassifier(Linear.train(problem, new Parameter(SolverType.L2R_LR, c, EPSILON)));
    }

    /** How probable each label is, by label; together 1. */
    double[] probabilities(Feature[] vector) {
        double[] told = new double[model.getNrClass()];
        Linear.predictProbability(model, vector, told);
        double[] byLabel = new double[Arrays.stream(model.getLabels()).max().orElseThrow() + 1];
        for (int i = 0; i < told.length; i++) {
            byLabel[model.getLabels()[i]] = told[i];
        }
        return byLabel;
    }

    /** How much each dimension speaks for label 1 of two, in logits; negative where it speaks against it. */
    double[] weights() {
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights()).map(weight -> sign * weight).toArray();
    }
}
