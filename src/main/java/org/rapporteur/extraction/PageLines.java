package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;

/** Makes pieces that stand side by side one line again: a bullet and its item, a raised number or ending and its word, or what is set in several strokes. */
final class PageLines {

    /** of the size of letters: how far bases of one line may differ, and how wide a gap inside a line may be */
    private static final float SAME_BASE = 0.4f;
    private static final float GAP = 3;
    /** a raised number stands further up, is smaller, and close to its word */
    private static final float RAISED_BASE = 0.9f;
    private static final float SMALLER = 0.8f;
    private static final float CLOSE = 0.2f;

    private PageLines() {}

    static List<PageItem> whole(List<PageItem> items) {
        List<PageItem> whole = new ArrayList<>();
        for (PageItem item : items) {
            if (item instanceof PrintedLine next && !whole.isEmpty() && whole.getLast() instanceof PrintedLine last && isOneLine(last, next)) {
                List<PrintedWord> words = new ArrayList<>(last.words());
                words.addAll(isRaised(next, last) && next.left() - last.right() < CLOSE * last.size() ? close(next) : next.words());
                whole.set(whole.size() - 1, new PrintedLine(words));
            } else {
                whole.add(item);
            }
        }
        return whole;
    }

    /** Of a cell. */
    static List<PrintedLine> inCell(List<PrintedLine> lines) {
        return whole(List.copyOf(lines)).stream().map(PrintedLine.class::cast).toList();
    }

    private static boolean isOneLine(PrintedLine last, PrintedLine next) {
        float gap = next.left() - last.right();
        float base = isRaised(last, next) || isRaised(next, last) ? RAISED_BASE : SAME_BASE;
        return Math.abs(last.base() - next.base()) < base * Math.max(last.size(), next.size()) && gap > -1
                && (gap < GAP * last.size() || Bullets.isOne(last.text()));
    }

    private static boolean isRaised(PrintedLine number, PrintedLine beside) {
        return number.words().size() == 1 && number.text().matches("\\d{1,3}|\\p{L}{1,3}") && number.size() < SMALLER * beside.size() && number.base() < beside.base();
    }

    private static List<PrintedWord> close(PrintedLine number) {
        PrintedWord word = number.words().getFirst();
        return List.of(new PrintedWord(word.text(), word.left(), word.right(), word.base(), word.size(), word.bold(), false));
    }
}
