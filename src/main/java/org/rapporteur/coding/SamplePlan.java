package org.rapporteur.coding;

import org.rapporteur.account.Actor;

/**
 * How passages are to be drawn for double coding.
 *
 * @param name of the sample, 1 to {@value #LONGEST_NAME} characters
 * @param size how many passages, 1 to {@value #MOST}
 * @param proposed how many of a hundred the machine has coded: most passages have no code, and agreement on nothing says little
 * @param seed the same seed draws the same passages from the same papers, 1 to {@value #LONGEST_SEED} characters
 * @param first who codes
 * @param second who codes too, another person
 */
public record SamplePlan(String name, int size, int proposed, String seed, Actor first, Actor second) {

    public static final int MOST = 500;
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_SEED = 60;

    public SamplePlan {
        if (name.isBlank() || name.length() > LONGEST_NAME || seed.isBlank() || seed.length() > LONGEST_SEED) {
            throw new IllegalArgumentException("name and seed of a sample are neither empty nor longer than %d and %d characters".formatted(LONGEST_NAME, LONGEST_SEED));
        }
        if (size < 1 || size > MOST || proposed < 0 || proposed > 100) {
            throw new IllegalArgumentException("a sample has 1 to %d passages and 0 to 100 of a hundred proposed, not %d and %d".formatted(MOST, size, proposed));
        }
        if (first.equals(second)) {
            throw new IllegalArgumentException("two people code a sample");
        }
    }
}
