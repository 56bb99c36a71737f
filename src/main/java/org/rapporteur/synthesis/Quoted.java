package org.rapporteur.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Sentences;

/**
 * A quotation that a draft may use: whole sentences of a passage, among them the one in which the cue fired.
 *
 * @param start 0-based offset in the passage, UTF-16 code units
 * @param end offset after its last character
 */
record Quoted(Excerpt excerpt, int start, int end) {

    private static final int FEWEST_WORDS = 10;
    private static final int MOST_WORDS = 60;
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,3}[.)]\\s+");

    /** Empty where the sentence is too long to be quoted, or its paragraph too short. */
    static Optional<Quoted> from(Excerpt excerpt) {
        String text = excerpt.text();
        List<Sentences.Span> sentences = sentences(excerpt);
        int last = 0;
        while (last + 1 < sentences.size() && sentences.get(last).end() <= excerpt.coding().start()) {
            last++;
        }
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        int start = sentences.get(last).start();
        while (last + 1 < sentences.size() && words(text, start, sentences.get(last).end()) < FEWEST_WORDS) {
            last++;
        }
        Quoted quoted = new Quoted(excerpt, start, sentences.get(last).end());
        int words = words(text, quoted.start, quoted.end);
        return words < FEWEST_WORDS || words > MOST_WORDS || !quoted.isWhole() ? Optional.empty() : Optional.of(quoted);
    }

    /** The sentences of the paragraph in which the cue fired, without its printed number. */
    private static List<Sentences.Span> sentences(Excerpt excerpt) {
        String text = excerpt.text();
        int start = text.lastIndexOf('\n', excerpt.coding().start()) + 1;
        int end = text.indexOf('\n', excerpt.coding().start());
        Matcher number = NUMBER.matcher(text).region(start, end < 0 ? text.length() : end);
        return Sentences.of(text, number.lookingAt() ? number.end() : start, number.regionEnd(),
                Locale.forLanguageTag(excerpt.cited().passage().language()));
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
