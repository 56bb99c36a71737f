package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;

/** Makes pages of print out of text: paragraphs with a gap between them, their lines set from edge to edge but for the last. */
final class PrintedPages {

    private static final float SIZE = 10;
    private static final float LEFT = 72;
    private static final float RIGHT = 520;
    private static final float LETTER = 5;

    private PrintedPages() {}

    /** @param paragraphs each with its lines, ended by \n */
    static List<PageItem> page(List<String> paragraphs) {
        List<PageItem> lines = new ArrayList<>();
        float base = 72;
        for (String paragraph : paragraphs) {
            List<String> texts = paragraph.lines().toList();
            for (int i = 0; i < texts.size(); i++) {
                lines.add(line(texts.get(i), base, SIZE, false, i + 1 < texts.size()));
                base += 1.2f * SIZE;
            }
            base += 2 * SIZE;
        }
        return lines;
    }

    /** A line that begins at the left edge. */
    static PrintedLine line(String text, float base, float size, boolean bold, boolean full) {
        List<PrintedWord> words = new ArrayList<>();
        String[] parts = text.split(" ");
        float left = LEFT;
        for (int i = 0; i < parts.length; i++) {
            float right = full && i == parts.length - 1 ? RIGHT : left + LETTER * parts[i].length();
            words.add(new PrintedWord(parts[i], left, right, base, size, bold, true));
            left = right + LETTER;
        }
        return new PrintedLine(words);
    }
}
