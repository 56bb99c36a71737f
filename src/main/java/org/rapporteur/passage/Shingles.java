package org.rapporteur.passage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs of words, by which texts are told to be alike: in small letters, with nothing but letters and digits. */
public final class Shingles {

    /** with what may stand inside a word and is not printed, such as a soft hyphen */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\u00AD\\u200B-\\u200F\\u2060]+");

    private Shingles() {}

    /**
     * A word where it stands.
     *
     * @param text folded, in small letters; never empty
     * @param start 0-based offset, UTF-16 code units
     * @param end offset after it
     */
    record Word(String text, int start, int end) {}

    /** The words of a text, in order; where a script has no blanks, what stands between two marks. */
    public static List<String> words(String text) {
        return located(text).stream().map(Word::text).toList();
    }

    /** The words of a text with their places, in order. */
    static List<Word> located(String text) {
        return WORD.matcher(text).results().map(found -> new Word(Quotation.fold(found.group()).toLowerCase(Locale.ROOT), found.start(), found.end()))
                .filter(word -> !word.text().isEmpty()).toList();
    }

    /** Every run of so many words; none where the text is shorter. */
    public static Set<String> of(String text, int length) {
        return of(words(text), length);
    }

    static Set<String> of(List<String> words, int length) {
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
