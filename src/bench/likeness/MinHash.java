package org.rapporteur.intake;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/** The estimate to compare with: of each of some random orders of all runs of words, the first that a text has (Broder 1997). */
final class MinHash {

    static final int FUNCTIONS = 128;

    private static final long[] FACTORS = new Random(1).longs(FUNCTIONS).map(factor -> factor | 1).toArray();

    private MinHash() {}

    static int[] of(Set<String> shingles) {
        int[] minima = new int[FUNCTIONS];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (String shingle : shingles) {
            long hash = hash(shingle);
            for (int i = 0; i < FUNCTIONS; i++) {
                minima[i] = Math.min(minima[i], (int) (hash * FACTORS[i] >>> 33));
            }
        }
        return minima;
    }

    /** Share of all runs of words of both that they have in common, as far as the orders show it. */
    static double jaccard(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < FUNCTIONS; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return (double) same / FUNCTIONS;
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        return hash ^ hash >>> 27;
    }
}
