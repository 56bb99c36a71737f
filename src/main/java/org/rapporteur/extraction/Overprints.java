package org.rapporteur.extraction;

import java.util.Arrays;

/** Tells letters that are drawn on themselves once more, as programs do that have no bold font. */
final class Overprints {

    /** points of a square of the page: most letters stand alone in theirs */
    private static final float SQUARE = 4;
    private static final int SLOTS = 4096;
    /** of the width of a letter: nearer than that it is the same one */
    private static final float NEAR = 1f / 3;

    private final int[] first = new int[SLOTS];
    /** letters by number: of the next in its slot, their places, and what they are */
    private int[] next = new int[SLOTS];
    private float[] across = new float[SLOTS];
    private float[] down = new float[SLOTS];
    private String[] letters = new String[SLOTS];
    private int count;

    /** Forgets all letters. */
    void clear() {
        Arrays.fill(first, -1);
        count = 0;
    }

    /** Whether this letter stands here already; if not, it does from now on. */
    boolean again(String letter, float x, float y, float width) {
        float near = width / letter.length() * NEAR;
        for (int column = square(x - near); column <= square(x + near); column++) {
            for (int row = square(y - near); row <= square(y + near); row++) {
                for (int other = first[slot(column, row)]; other >= 0; other = next[other]) {
                    if (Math.abs(across[other] - x) < near && Math.abs(down[other] - y) < near && letters[other].equals(letter)) {
                        return true;
                    }
                }
            }
        }
        add(letter, x, y);
        return false;
    }

    private void add(String letter, float x, float y) {
        if (count == next.length) {
            next = Arrays.copyOf(next, 2 * count);
            across = Arrays.copyOf(across, 2 * count);
            down = Arrays.copyOf(down, 2 * count);
            letters = Arrays.copyOf(letters, 2 * count);
        }
        int slot = slot(square(x), square(y));
        next[count] = first[slot];
        across[count] = x;
        down[count] = y;
        letters[count] = letter;
        first[slot] = count++;
    }

    private static int square(float at) {
        return (int) Math.floor(at / SQUARE);
    }

    private static int slot(int column, int row) {
        return (column * 31 + row * 173) & SLOTS - 1;
    }
}
