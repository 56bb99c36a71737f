package org.rapporteur.passage;

import java.text.Normalizer;

/**
 * The one rule by which a quotation is held against its passage: what print changes and meaning does not (white space,
 * ligatures, forms of quotation marks, dashes and apostrophes, soft hyphens) is folded away; everything else must agree.
 */
public final class Quotation {

    private Quotation() {}

    /** The folded form; never null, may be empty. Case, accents and punctuation stay. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF]", "")
                .replaceAll("[\\u2018\\u2019\\u201A\\u201B\\u2032]", "'")
                .replaceAll("[\\u201C\\u201D\\u201E\\u201F\\u2033\\u00AB\\u00BB]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("(?U)\\s+", " ")
                .strip();
    }

    /** Whether the quotation stands in the text, word for word. An empty quotation never does. */
    public static boolean standsIn(String quotation, String text) {
        String sought = fold(quotation);
        return !sought.isEmpty() && fold(text).contains(sought);
    }
}
