package org.rapporteur.coding;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/** A logistic regression for each label against the others: the same texts in the same order give the same weights. */
final class LinearClassifier {

    private static final double EPSILON = 0.001;

    static {
        Linear.disableDebugOutput();
    }

    private final Features features;
    /** by label, in logits by dimension; null for labels that nothing had */
    private final double[][] weights;

    private LinearClassifier(Features features, double[][] weights) {
        this.features = features;
        this.weights = weights;
    }

    /**
     * Learns from texts.
     *
     * @param labels one for each text, from 0; at least two different ones
     * @param c how closely the texts are to be followed, such as 10
     */
    static LinearClassifier train(Features features, List<Features.Given> texts, int[] labels, double c) {
        Problem problem = new Problem();
        problem.l = labels.length;
        problem.n = features.size();
        problem.x = texts.stream().map(features::vector).toArray(Feature[][]::new);
        problem.y = Arrays.stream(labels).asDoubleStream().toArray();
        return new LinearClassifier(features, weights(Linear.train(problem, new Parameter(SolverType.L2R_LR, c, EPSILON))));
    }

    private static double[][] weights(Model model) {
        int[] labels = model.getLabels();
        double[] told = model.getFeatureWeights();
        double[][] weights = new double[Arrays.stream(labels).max().orElseThrow() + 1][];
        if (labels.length == 2) {
            // one regression for two labels, told for the first
            weights[labels[0]] = told;
            weights[labels[1]] = Arrays.stream(told).map(weight -> -weight).toArray();
            return weights;
        }
        for (int k = 0; k < labels.length; k++) {
            double[] own = new double[told.length / labels.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = told[i * labels.length + k];
            }
            weights[labels[k]] = own;
        }
        return weights;
    }

    /** How probable each label is, by label; together 1. */
    double[] probabilities(Features.Given text) {
        double[] probabilities = new double[weights.length];
        double sum = 0;
        for (int label = 0; label < weights.length; label++) {
            probabilities[label] = weights[label] == null ? 0 : 1 / (1 + Math.exp(-features.weigh(text, weights[label])));
            sum += probabilities[label];
        }
        for (int label = 0; label < weights.length; label++) {
            probabilities[label] /= sum;
        }
        return probabilities;
    }

    /** How probable label 1 of two is. @param prior added to what the text says for it, in logits */
    double probability(Features.Given text, double prior) {
        return 1 / (1 + Math.exp(-features.weigh(text, weights[1]) - prior));
    }

    /** How much each dimension speaks for a label, in logits; negative where it speaks against it. */
    FeatureSpace.Weight weight(int label) {
        return dimension -> weights[label][dimension];
    }
}
