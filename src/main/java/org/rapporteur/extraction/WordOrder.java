package org.rapporteur.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words of a line in the order in which they are read, which programs need not draw them in. */
final class WordOrder {

    /** words of one or two letters that make a line look set in spaced letters, and their share */
    private static final int FEWEST_SHORT = 6;
    private static final double MOSTLY_SHORT = 0.6;
    /** of the usual gap between spaced letters: what is wider is between words */
    private static final float WIDER = 1.5f;

    private WordOrder() {}

    static List<PrintedWord> of(List<PrintedWord> drawn) {
        return isRightToLeft(drawn) ? fromTheRight(drawn) : isSpacedOut(drawn) ? drawnTogether(drawn) : drawn;
    }

    private static boolean isRightToLeft(List<PrintedWord> words) {
        return 2 * words.stream().filter(WordOrder::isRightToLeft).count() > words.size();
    }

    /**
     * The text of a word of a line that is read from the right.
     *
     * @param letters from the right
     */
    static String read(List<String> letters) {
        boolean turned = letters.stream().anyMatch(WordOrder::isRightToLeft);
        StringBuilder text = new StringBuilder();
        int figures = 0;
        for (String letter : letters) {
            boolean figure = !turned || letter.codePoints().allMatch(Character::isDigit);
            figures = figure ? figures + letter.length() : 0;
            text.insert(figure ? text.length() - figures + letter.length() : text.length(), letter);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean isRightToLeft(PrintedWord word) {
        return isRightToLeft(word.text());
    }

    static boolean isRightToLeft(String text) {
        return text.codePoints().anyMatch(point -> {
            byte direction = Character.getDirectionality(point);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
    }

    /** From the right; words of another script that follow one another are read from the left among themselves. */
    private static List<PrintedWord> fromTheRight(List<PrintedWord> drawn) {
        List<PrintedWord> ordered = new ArrayList<>();
        int others = 0;
        for (PrintedWord word : drawn.stream().sorted(Comparator.comparing(PrintedWord::right).reversed()).toList()) {
            boolean other = !isRightToLeft(word) && word.text().codePoints().anyMatch(Character::isLetterOrDigit);
            others = other ? others + 1 : 0;
            ordered.add(other ? ordered.size() - others + 1 : ordered.size(), word);
        }
        return ordered;
    }

    private static boolean isSpacedOut(List<PrintedWord> words) {
        long shorter = words.stream().filter(word -> word.text().length() <= 2 && Letters.any(word.text())).count();
        return shorter >= FEWEST_SHORT && shorter > MOSTLY_SHORT * words.size();
    }

    /** Letters that were set apart to fill a line are one word up to the next wider gap. */
    private static List<PrintedWord> drawnTogether(List<PrintedWord> drawn) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < drawn.size(); i++) {
            gaps.add(drawn.get(i).left() - drawn.get(i - 1).right());
        }
        float usual = gaps.stream().sorted().toList().get(gaps.size() / 2);
        List<PrintedWord> words = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            PrintedWord word = drawn.get(i);
            boolean apart = i == 0 || gaps.get(i - 1) > WIDER * usual;
            words.add(new PrintedWord(word.text(), word.left(), word.right(), word.base(), word.size(), word.bold(), apart && word.spaced()));
        }
        return words;
    }
}
