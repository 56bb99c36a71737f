package org.rapporteur.report;

import java.text.Bidi;

/**
 * Text of papers made harmless for a document: what XML cannot hold is shown as U+FFFD, and nothing turns what stands
 * beside it.
 */
final class InertText {

    static final int UNREADABLE = 0xFFFD;

    private InertText() {}

    /** Keeps every readable character; line ends become {@code \n}, tabs become spaces, direction overrides go. */
    static String of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').codePoints()
                .filter(character -> !turnsDirection(character))
                .map(character -> standsInXml(character) ? character : UNREADABLE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Whether the text as a whole is written from right to left. */
    static boolean runsRightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /** Embeddings, overrides and isolates: left open, they turn the citation that follows. */
    private static boolean turnsDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    /** The characters of XML 1.0, section 2.2; what is left of a broken surrogate pair is none. */
    static boolean standsInXml(int character) {
        return character == '\n' || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }
}
