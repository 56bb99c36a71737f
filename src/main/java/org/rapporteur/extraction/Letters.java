package org.rapporteur.extraction;

/** What the letters and last signs of a text tell; looked at for every line, so without patterns. */
final class Letters {

    private static final String ENDS = ".!?:;»\"”)";

    private Letters() {}

    static boolean any(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetter(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    static int count(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            letters += Character.isLetter(text.codePointAt(i)) ? 1 : 0;
        }
        return letters;
    }

    /** Whether a sentence ends with the text, or something that may stand without going on. */
    static boolean end(String text) {
        return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Whether a word may go on after the text. */
    static boolean divide(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last == '-' || last == '\u2010' || last == '\u00ad';
    }
}
