package org.rapporteur.coding;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that point to a code. Words in order are a phrase; {@code word*} takes any ending; {@code (grant|fund)} is a choice; a
 * trailing {@code ~3} takes the words in any order with at most that many others between them.
 *
 * @param text as written
 * @param terms one entry for each word of the phrase: its alternatives, each one or several words
 * @param gap words that may stand between; -1 for a phrase
 */
public record Cue(String text, List<List<String>> terms, int gap) {

    private static final Pattern GAP = Pattern.compile("^(.*\\S)\\s+~(\\d{1,2})$");
    private static final Pattern TERM = Pattern.compile("\\(([^()]+)\\)|([^\\s()|~]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’.-]+(?:(?<=[\\p{L}]{3})\\*)?");

    public Cue {
        terms = terms.stream().map(List::copyOf).toList();
    }

    /** @throws IllegalArgumentException where it is not written as described above */
    public static Cue of(String text) {
        Matcher gapped = GAP.matcher(text);
        String phrase = gapped.matches() ? gapped.group(1) : text;
        int gap = gapped.matches() ? Integer.parseInt(gapped.group(2)) : -1;
        List<List<String>> terms = TERM.matcher(phrase).results()
                .map(term -> term.group(1) == null ? List.of(term.group(2)) : Arrays.stream(term.group(1).split("\\|")).map(String::strip).toList())
                .toList();
        boolean wrong = terms.isEmpty() || !TERM.matcher(phrase).replaceAll("").isBlank()
                || terms.stream().flatMap(List::stream).flatMap(term -> Arrays.stream(term.split("\\s+")))
                        .anyMatch(word -> !WORD.matcher(word).matches());
        if (wrong) {
            throw new IllegalArgumentException("cue '%s' is not understood; write words, word*, (one|other) and a trailing ~3".formatted(text));
        }
        return new Cue(text, terms, gap);
    }

    /** How many words it takes to fire. */
    int words() {
        return terms.size();
    }
}
