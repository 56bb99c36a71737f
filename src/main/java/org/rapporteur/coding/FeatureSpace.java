package org.rapporteur.coding;

import java.util.Arrays;

/** Turns texts into points: vectors of length 1, so that long texts weigh as much as short ones. */
interface FeatureSpace {

    /** what stands in fewer texts teaches nothing about others */
    int LEAST_TEXTS = 2;

    /** How many dimensions it has. */
    int size();

    Point point(Tokens text);

    /** What a dimension weighs. */
    @FunctionalInterface
    interface Weight {
        double of(int dimension);
    }

    /**
     * A point: only where it is not 0, and from which words of the text it comes.
     *
     * @param places dimensions from 0, ascending
     * @param values at these places
     * @param found what stands in the text, in order
     * @param at for each of these, the index of its place
     * @param times for each place, how often it was found
     */
    record Point(int[] places, double[] values, Occurrences found, int[] at, int[] times) {

        /** Adds to each word of the text what it weighs. */
        void share(Weight weight, double[] shares) {
            for (int i = 0; i < at.length; i++) {
                int place = at[i];
                double share = weight.of(places[place]) * values[place] / times[place] / found.widths[i];
                for (int token = found.tokens[i]; token < found.tokens[i] + found.widths[i]; token++) {
                    shares[token] += share;
                }
            }
        }
    }

    /** Dimensions as they stand in a text, each from a word on and over so many. */
    final class Occurrences {

        private int[] dimensions;
        private int[] tokens;
        private byte[] widths;
        private int size;

        Occurrences(int expected) {
            dimensions = new int[expected];
            tokens = new int[expected];
            widths = new byte[expected];
        }

        void add(int dimension, int token, int width) {
            if (size == dimensions.length) {
                int more = Math.max(16, 2 * size);
                dimensions = Arrays.copyOf(dimensions, more);
                tokens = Arrays.copyOf(tokens, more);
                widths = Arrays.copyOf(widths, more);
            }
            dimensions[size] = dimension;
            tokens[size] = token;
            widths[size++] = (byte) width;
        }

        /** @param value what a dimension that was found so often weighs, before the point is brought to length 1 */
        Point point(Value value) {
            long[] sorted = new long[size];
            for (int i = 0; i < size; i++) {
                sorted[i] = (long) dimensions[i] << Integer.SIZE | i;
            }
            Arrays.sort(sorted);
            int[] places = new int[size];
            int[] times = new int[size];
            int[] at = new int[size];
            int count = 0;
            for (long one : sorted) {
                int dimension = (int) (one >> Integer.SIZE);
                if (count == 0 || places[count - 1] != dimension) {
                    places[count++] = dimension;
                }
                times[count - 1]++;
                at[(int) one] = count - 1;
            }
            double[] values = new double[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                values[i] = value.of(places[i], times[i]);
                sum += values[i] * values[i];
            }
            double length = Math.sqrt(sum);
            for (int i = 0; i < count; i++) {
                values[i] /= length;
            }
            return new Point(Arrays.copyOf(places, count), values, this, at, times);
        }

        /** What a dimension weighs that was found so often. */
        @FunctionalInterface
        interface Value {
            double of(int dimension, int times);
        }
    }
}
