package org.rapporteur.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a page, or of a column of it. Two lines are never equal, whatever they say: each stands in a place of its own. */
final class PrintedLine implements PageItem {

    /** of its size: no gap between words is as wide, justified lines aside */
    private static final float WIDE = 2.5f;

    private final List<PrintedWord> words;
    private final @Nullable Integer confidence;
    private final String text;
    private final PrintedWord longest;
    private final float left;
    private final float right;
    private final boolean lettered;

    /**
     * A line.
     *
     * @param words from the left, or from the right where the script runs so; never empty
     * @param confidence 0 to 100, how sure OCR is of it; null where it was not read by OCR
     */
    PrintedLine(List<PrintedWord> words, @Nullable Integer confidence) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a line has words");
        }
        this.words = List.copyOf(words);
        this.confidence = confidence;
        StringBuilder together = new StringBuilder();
        PrintedWord most = words.getFirst();
        float from = Float.MAX_VALUE;
        float to = 0;
        for (PrintedWord word : words) {
            together.append(word.spaced() && !together.isEmpty() ? " " : "").append(word.text());
            most = word.text().length() > most.text().length() ? word : most;
            from = Math.min(from, word.left());
            to = Math.max(to, word.right());
        }
        text = together.toString();
        longest = most;
        left = from;
        right = to;
        lettered = Letters.any(text);
    }

    PrintedLine(List<PrintedWord> words) {
        this(words, null);
    }

    List<PrintedWord> words() {
        return words;
    }

    @Nullable Integer confidence() {
        return confidence;
    }

    String text() {
        return text;
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    /** Of its longest word. */
    float base() {
        return longest.base();
    }

    /** Of its longest word. */
    float size() {
        return longest.size();
    }

    boolean bold() {
        return lettered && words.stream().allMatch(word -> word.bold() || !Letters.any(word.text()));
    }

    /** The index of its first word after a gap as between columns; 0 where it has none. */
    int column() {
        for (int i = words.size() - 1; i > 0; i--) {
            if (words.get(i).left() - words.get(i - 1).right() > WIDE * size()) {
                return i;
            }
        }
        return 0;
    }

    /** Where reading begins, so that it grows as reading goes on: the left edge, or the right one where the script runs from there. */
    float start() {
        return fromRight() ? -right : left;
    }

    /** Where reading ends, as {@link #start}. */
    float end() {
        return fromRight() ? -left : right;
    }

    private boolean fromRight() {
        return WordOrder.isRightToLeft(words.getFirst().text()) && WordOrder.isRightToLeft(words.getLast().text());
    }

    boolean hasLetters() {
        return lettered;
    }
}
