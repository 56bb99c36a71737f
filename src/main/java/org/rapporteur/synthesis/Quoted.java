package org.rapporteur.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Sentences;

/**
 * A quotation that a draft may use: whole sentences of a passage, among them the one in which the cue fired.
 *
 * @param start 0-based offset in the passage, UTF-16 code units
 * @param end offset after its last character
 */
record Quoted(Excerpt excerpt, int start, int end) {

    private static final int FEWEST_WORDS = 12;
    private static final int MOST_WORDS = 60;

    /** Empty where the sentence is too long to be quoted, or the passage too short. */
    static Optional<Quoted> from(Excerpt excerpt) {
        String text = excerpt.text();
        Locale language = Locale.forLanguageTag(excerpt.cited().passage().language());
        List<Sentences.Span> sentences = Sentences.of(text, 0, text.length(), language);
        int first = 0;
        while (first + 1 < sentences.size() && sentences.get(first).end() <= excerpt.coding().start()) {
            first++;
        }
        int last = first;
        while (last + 1 < sentences.size() && words(text, sentences.get(first).start(), sentences.get(last).end()) < FEWEST_WORDS) {
            last++;
        }
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        Quoted quoted = new Quoted(excerpt, sentences.get(first).start(), sentences.get(last).end());
        int words = words(text, quoted.start, quoted.end);
        return words < FEWEST_WORDS || words > MOST_WORDS || !quoted.isWhole() ? Optional.empty() : Optional.of(quoted);
    }

    /** Begins and ends as a sentence does, and is not a piece that was torn off. */
    private boolean isWhole() {
        return words().matches("(?s)[\\p{Lu}\\p{Nd}¿¡«“\"‘'].*[.!?…][»”\"’')]*");
    }

    String words() {
        return excerpt.text().substring(start, end);
    }

    CountryCode voice() {
        return excerpt.voice();
    }

    private static int words(String text, int start, int end) {
        return text.substring(start, end).strip().split("\\s+").length;
    }
}
