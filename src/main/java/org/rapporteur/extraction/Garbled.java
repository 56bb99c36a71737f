package org.rapporteur.extraction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells text that a program mapped wrongly from text that people write: signs without meaning, letters of other alphabets in the middle
 * of words, words without vowels or without end. It judges a page at a time, and short ones never.
 */
final class Garbled {

    private static final int FEWEST_LETTERS = 200;
    private static final double MOST_SIGNS = 0.05;
    private static final double MOST_MARKS = 0.2;
    private static final double MOST_WRONG_WORDS = 0.2;
    private static final double FEWEST_VOWELS = 0.25;
    private static final double MOST_VOWELS = 0.7;
    private static final int LONGEST_WORD = 35;
    /** what UTF-8 looks like where it was taken for Latin */
    private static final Pattern MOJIBAKE = Pattern.compile("[\u00c3\u00c2][\u0080-\u00bf]|\u00e2\u20ac|\u00ef\u00bf\u00bd");
    private static final Pattern MIXED = Pattern.compile("\\p{Ll}\\p{Lu}\\p{Ll}*\\p{Lu}|\\p{L}[\\p{Punct}&&[^'’./&@_:-]]+\\p{L}|\\p{L}\\d+\\p{L}");
    private static final String VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ";

    private Garbled() {}

    static boolean is(List<PrintedLine> lines) {
        String text = String.join(" ", lines.stream().map(PrintedLine::text).toList());
        long letters = Letters.count(text);
        long signs = text.codePoints().filter(Garbled::isSign).count();
        if (letters + signs < FEWEST_LETTERS) {
            return false;
        }
        long marks = text.codePoints().filter(point -> Character.getType(point) == Character.NON_SPACING_MARK
                && Character.UnicodeScript.of(point) == Character.UnicodeScript.INHERITED).count();
        return signs > MOST_SIGNS * (letters + signs) || marks > MOST_MARKS * letters || hasWrongWords(text) || hasWrongVowels(text);
    }

    /** Nobody's letter: what fonts keep for themselves, what stands for nothing, and controls. A bullet a line is no harm. */
    private static boolean isSign(int point) {
        int type = Character.getType(point);
        return point == 0xfffd || type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.CONTROL;
    }

    private static boolean hasWrongWords(String text) {
        List<String> words = List.of(text.split(" "));
        long lettered = words.stream().filter(Letters::any).count();
        long wrong = words.stream().filter(Garbled::isWrong).count();
        return wrong > MOST_WRONG_WORDS * lettered;
    }

    private static boolean isWrong(String word) {
        boolean endless = word.codePointCount(0, word.length()) > LONGEST_WORD && !word.contains("/") && !word.contains("..");
        return endless || !isPlain(word) && (MOJIBAKE.matcher(word).find() || MIXED.matcher(word).find());
    }

    /** Small letters after the first sign and before the last, as in most words: no pattern has to be tried. */
    private static boolean isPlain(String word) {
        for (int i = 1; i < word.length() - 1; i++) {
            if (!Character.isLowerCase(word.charAt(i)) || word.charAt(i) > 'z' && word.charAt(i) < '\u00c0') {
                return false;
            }
        }
        return word.length() > 3;
    }

    /** Of what is written in Latin letters. */
    private static boolean hasWrongVowels(String text) {
        int latin = 0;
        int vowels = 0;
        for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN) {
                latin++;
                vowels += VOWELS.indexOf(letter) >= 0 ? 1 : 0;
            }
        }
        return latin >= FEWEST_LETTERS && (vowels < FEWEST_VOWELS * latin || vowels > MOST_VOWELS * latin);
    }
}
