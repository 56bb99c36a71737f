package org.rapporteur.extraction;

import org.jspecify.annotations.Nullable;

/**
 * How much of a file was read.
 *
 * @param read pages; null where the format has none and the file is whole
 * @param declared pages that the file says it has, where it is not whole; else null
 */
record Pages(@Nullable Integer read, @Nullable Integer declared) {

    static final Pages NONE = new Pages(null, null);
    /** of the words that the program which wrote a file counted: with fewer something is missing, whatever it counts as a word */
    private static final double LEAST = 0.25;
    private static final int ENOUGH_WORDS = 400;

    /** Of a format without pages, by how many of the declared words were read. */
    static Pages byWords(long read, @Nullable Integer declaredPages, @Nullable Integer declaredWords) {
        if (declaredWords == null || declaredWords < ENOUGH_WORDS || read >= LEAST * declaredWords) {
            return NONE;
        }
        int pages = declaredPages == null ? 1 : Math.max(1, declaredPages);
        return new Pages((int) (pages * read / declaredWords), pages);
    }
}
