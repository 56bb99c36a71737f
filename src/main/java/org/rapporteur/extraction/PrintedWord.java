package org.rapporteur.extraction;

/**
 * A word where it stands on a page; lengths in points (1/72 inch), from the upper left corner of the page as it is shown.
 *
 * @param text never blank
 * @param left of its first letter
 * @param right of its last letter
 * @param base of its letters, downwards
 * @param size of its font, in points as it is shown
 * @param bold whether its font is
 * @param spaced whether a space is before it; false for what is printed close to the word before, such as the number of a note
 */
record PrintedWord(String text, float left, float right, float base, float size, boolean bold, boolean spaced) {

    float middle() {
        return (left + right) / 2;
    }
}
