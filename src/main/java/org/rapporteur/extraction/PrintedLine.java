package org.rapporteur.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a page, or of a column of it.
 *
 * @param words from the left, or from the right where the script runs so; never empty
 * @param confidence 0 to 100, how sure OCR is of it; null where it was not read by OCR
 */
record PrintedLine(List<PrintedWord> words, @Nullable Integer confidence) implements PageItem {

    PrintedLine {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line has words");
        }
    }

    PrintedLine(List<PrintedWord> words) {
        this(words, null);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (PrintedWord word : words) {
            text.append(word.spaced() && !text.isEmpty() ? " " : "").append(word.text());
        }
        return text.toString();
    }

    float left() {
        return (float) words.stream().mapToDouble(PrintedWord::left).min().orElseThrow();
    }

    float right() {
        return (float) words.stream().mapToDouble(PrintedWord::right).max().orElseThrow();
    }

    float base() {
        return longest().base();
    }

    /** Of most of its letters. */
    float size() {
        return longest().size();
    }

    boolean bold() {
        return hasLetters() && words.stream().allMatch(word -> word.bold() || word.text().codePoints().noneMatch(Character::isLetter));
    }

    boolean hasLetters() {
        return words.stream().anyMatch(word -> word.text().codePoints().anyMatch(Character::isLetter));
    }

    private PrintedWord longest() {
        PrintedWord longest = words.getFirst();
        for (PrintedWord word : words) {
            longest = word.text().length() > longest.text().length() ? word : longest;
        }
        return longest;
    }
}
