package org.rapporteur.passage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs of words, by which texts are told to be alike: in small letters, with nothing but letters and digits. */
public final class Shingles {

    private Shingles() {}

    /** The words of a text, in order; where a script has no blanks, what stands between two marks. */
    public static List<String> words(String text) {
        return Arrays.stream(Quotation.fold(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Every run of so many words; none where the text is shorter. */
    public static Set<String> of(String text, int length) {
        List<String> words = words(text);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + length <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + length)));
        }
        return shingles;
    }

    /** Share of the smaller set that stands in the other, 0 to 1. */
    public static double shared(Set<String> one, Set<String> other) {
        Set<String> smaller = one.size() <= other.size() ? one : other;
        Set<String> larger = smaller == one ? other : one;
        return smaller.isEmpty() ? 0 : (double) smaller.stream().filter(larger::contains).count() / smaller.size();
    }
}
